import type { Step } from '@exeat/audit';
import { organisationName } from '@exeat/auth';

/** Fields whose name is not what people say. Any other is told by the words it is made of. */
const fields: Readonly<Record<string, string>> = {
  answerBy: 'answer due',
  because: 'reason',
  closedOn: 'closed on',
  companyId: 'company',
  computation: 'computed classification',
  dueAt: 'due',
  duty: 'what is to be done',
  endUse: 'end use',
  exportFrom: 'exported from',
  file: 'case file',
  finalAt: 'final on',
  heard: 'answered notice',
  holderName: 'holder',
  licenceNumber: 'licence number',
  number: 'application number',
  participants: 'people who took part',
  performanceDensity: 'performance density',
  positionsAsked: 'agencies asked',
  positionsTaken: 'agencies that answered',
  proposers: 'people who proposed a decision',
  quantityLeft: 'quantity left',
  referrals: 'agencies',
  registeredOn: 'registered on',
  requirements: 'licence requirements',
  resolveBy: 'day of resolution',
  round: 'submission number',
  settlers: 'people who settled conditions',
  signaturesRequired: 'signatures needed',
  statusInWords: 'status',
  technicalReviewer: 'technical reviewer',
  text: 'wording',
  tpp: 'total processing performance',
  unitPrice: 'price of a unit',
  valueLeft: 'value left',
  valueTolerancePercent: 'tolerance in value, percent',
  waitsFor: 'waits for',
  waitsOn: 'waits on',
  wentBackBecause: 'reason it went back',
};

/** Lists whose elements have a name of their own beside the list's. */
const elements: Readonly<Record<string, string>> = {
  agency: 'agency',
  clause: 'condition',
  line: 'line',
  period: 'period',
  role: 'party',
  rule: 'rule',
};

/** `performanceDensity`, `revenue-share`: the words that a name is made of. */
const spelled = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();

/** A stream by its context: `licensing-<case>`, `licence-D0000001`. */
const streamInWords = (stream: string): string =>
  stream.startsWith('licence-')
    ? `licence ${stream.slice('licence-'.length)}`
    : spelled(stream.replace(/-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, ''));

const elementInWords = (element: unknown, index: number): string => {
  if (typeof element === 'string' || typeof element === 'number') return String(element);
  if (typeof element !== 'object' || element === null) return `number ${index + 1}`;
  const known = { ...('condition' in element && (element.condition as object)), ...element } as Record<string, unknown>;
  const { evidence, about } = known;
  if (typeof evidence === 'string' && typeof about === 'string') return `${spelled(evidence)} for ${about}`;
  for (const [field, word] of Object.entries(elements)) {
    const name = known[field];
    if (typeof name === 'number') return `${word} ${name}`;
    if (typeof name !== 'string') continue;
    if (field === 'agency') return organisationName(name);
    return field === 'clause' || field === 'role' ? `${word} ${spelled(name)}` : `${word} ${name}`;
  }
  for (const field of ['reference', 'name', 'model', 'id', 'format'])
    if (typeof known[field] === 'string') return known[field];
  return `number ${index + 1}`;
};

/** What differs, in words: `Findings, line 1, paragraph`. The way begins below the page or the state. */
export const wordsOf = ([part, ...steps]: readonly Step[]): string => {
  const inState = part !== undefined && 'field' in part && part.field === 'state';
  const words = steps.map((step, index) => {
    if (!('field' in step)) return elementInWords(step.element, step.index);
    if (inState && index === 0) return streamInWords(step.field);
    return Object.hasOwn(fields, step.field) ? (fields[step.field] ?? '') : spelled(step.field);
  });
  const said = words.filter((word) => word !== '').join(', ');
  return said === '' ? 'The case' : said.charAt(0).toUpperCase() + said.slice(1);
};
