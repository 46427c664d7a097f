import {
  exact,
  problem,
  type Content,
  type Draft,
  type Item,
  type Party,
  type PartyRole,
  type Problem,
} from '@exeat/kernel';
import { isGeneral, isPostOfficeBox } from './wording.js';
import type { SubmissionRefusal } from './refusals.js';

type Flaw = Problem<SubmissionRefusal>;

/** A draft with every section that an application must have. Certifications not answered stay unanswered. */
export const contentOf = ({ exportFrom, parties, items, endUse, certifications }: Draft): Content | undefined =>
  exportFrom === undefined || parties === undefined || items === undefined || endUse === undefined
    ? undefined
    : { exportFrom, parties, items, endUse, certifications: certifications ?? {} };

/**
 * Everything that keeps a draft from being an application, all at once; none where it is complete. Pointers lead into
 * the draft as it is read and saved (`/sections/...`). Source: Supplement No. 1 to part 748, blocks 16 to 23.
 */
export const flawsOf = (draft: Draft): readonly Flaw[] => [
  ...missingSections(draft),
  ...(draft.parties ? partyFlaws(draft.parties) : []),
  ...(draft.items ? itemFlaws(draft.items) : []),
  ...(draft.endUse !== undefined && isGeneral(draft.endUse) ? [tooGeneral] : []),
];

const sections = {
  exportFrom: 'Say which country the items leave from.',
  parties: 'Name the parties to the transaction.',
  items: 'List the items.',
  endUse: 'Describe the specific end use.',
} as const;

const missingSections = (draft: Draft): readonly Flaw[] =>
  Object.entries(sections)
    .filter(([section]) => draft[section as keyof typeof sections] === undefined)
    .map(([section, sentence]) => problem('SECTION_MISSING', sentence, `/sections/${section}`));

const needed: Partial<Record<PartyRole, string>> = {
  purchaser: 'Name the purchaser.',
  'ultimate-consignee': 'Name the ultimate consignee.',
  'end-user': 'Name at least one end-user.',
};

const partyFlaws = (parties: readonly Party[]): readonly Flaw[] => {
  const absent = Object.entries(needed)
    .filter(([role]) => !parties.some((party) => party.role === role))
    .map(([, sentence]) => problem('PARTY_MISSING', sentence, '/sections/parties'));

  const consignees = parties.flatMap(({ role, address }, at) =>
    role === 'ultimate-consignee' ? [{ at, address }] : [],
  );
  const surplus = consignees
    .slice(1)
    .map(({ at }) =>
      problem(
        'ULTIMATE_CONSIGNEE_NOT_UNIQUE',
        'There is exactly one ultimate consignee: name the others in another role or apply for them separately.',
        `/sections/parties/${at}/role`,
      ),
    );
  const boxes = consignees
    .filter(({ address }) => isPostOfficeBox(address))
    .map(({ at }) =>
      problem(
        'POST_OFFICE_BOX',
        'Give the street address of the ultimate consignee: a post office box receives no items.',
        `/sections/parties/${at}/address`,
      ),
    );
  return [...absent, ...surplus, ...boxes];
};

const itemFlaws = (items: readonly Item[]): readonly Flaw[] => {
  const first = items[0];
  if (!first) return [problem('ITEMS_MISSING', 'List at least one item.', '/sections/items')];
  const { currency } = first.unitPrice;
  return items.flatMap(({ line, unitPrice }, at) => [
    ...(items.findIndex((item) => item.line === line) < at
      ? [
          problem(
            'LINE_REPEATED',
            `Line number ${line} is used twice: number each line once.`,
            `/sections/items/${at}/line`,
          ),
        ]
      : []),
    ...(unitPrice.currency !== currency
      ? [
          problem(
            'CURRENCIES_MIXED',
            `All prices are in one currency: line ${line} is in ${unitPrice.currency}, the first line in ${currency}.`,
            `/sections/items/${at}/unitPrice/currency`,
          ),
        ]
      : []),
    ...(exact(unitPrice.amount).isZero()
      ? [
          problem(
            'PRICE_ZERO',
            `Give the price of line ${line}; where nothing is charged, its fair market value.`,
            `/sections/items/${at}/unitPrice/amount`,
          ),
        ]
      : []),
  ]);
};

const tooGeneral = problem(
  'END_USE_TOO_GENERAL',
  'Describe the specific end use: what the items will do, for whom and where, in at least 20 characters.',
  '/sections/endUse',
);
