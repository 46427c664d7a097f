import type { WordId } from '../../words/words';

/** What holds the short name of an agency. */
const agencies = ['agency', 'organisation', 'proposedBy'];

/** By the name of a value, the families of words that may say it. Stored names of different families never clash in one. */
const families: Readonly<Record<string, readonly string[]>> = {
  because: ['status'],
  decision: ['decision'],
  designedOrMarketedForDatacentre: ['datacentre'],
  evidence: ['cases.evidence'],
  kind: ['decision', 'kind'],
  outcome: ['status'],
  paragraph: ['paragraph'],
  position: ['position'],
  reason: ['return'],
  reviewPolicy: ['policy'],
  role: ['party', 'role'],
  roles: ['role'],
  stage: ['status'],
  standing: ['standing'],
  status: ['status', 'licence.status', 'obligation.status'],
};

/** What is one of a few names even where the screens have no word for it: told by the words that it is made of. */
const spelled = ['assurance', 'clause', 'evidence', 'outcome', 'role', 'route', 'stage', 'status', 'when'];
const slug = /^[a-z]+(-[a-z]+)*$/;

/**
 * The message that says a stored name, such as `object` of a position; undefined where none of the messages does, or the
 * value is a text of its own.
 */
export const wordFor = (
  messages: Readonly<Record<WordId, string>>,
  name: string | undefined,
  value: string,
): WordId | undefined => {
  const isWord = (id: string): id is WordId => Object.hasOwn(messages, id);
  if (name === undefined) return undefined;
  if (agencies.includes(name)) return [`agency.${value}`].find(isWord);
  return Object.hasOwn(families, name) ? families[name]?.map((family) => `${family}.${value}`).find(isWord) : undefined;
};

/** A stored name that no message says, as people read it: `notice-issued` is `Notice issued`. Any other text as it is. */
export const spelledOut = (name: string | undefined, value: string): string =>
  name !== undefined && spelled.includes(name) && slug.test(value)
    ? `${value.charAt(0).toUpperCase()}${value.slice(1).replaceAll('-', ' ')}`
    : value;

/** The name that a JSON pointer ends with, of the list where it ends with an element of one. */
export const nameAt = (pointer: string): string | undefined =>
  pointer
    .split('/')
    .filter((step) => step !== '' && !/^\d+$/.test(step))
    .at(-1);
