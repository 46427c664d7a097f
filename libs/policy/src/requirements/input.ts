import type { Company, Content, Finding, Party, PartyRole } from '@exeat/kernel';

/** What requirements are found from: who applies, for what, and what technical review found of each line. */
export interface Reviewed {
  readonly applicant: Company;
  readonly content: Content;
  readonly findings: readonly Finding[];
}

export const partiesIn = (content: Content, roles: readonly PartyRole[]): readonly Party[] =>
  content.parties.filter(({ role }) => roles.includes(role));

/** The countries the items go to, each once. */
export const destinationsOf = (content: Content, roles: readonly PartyRole[]): readonly string[] => [
  ...new Set(partiesIn(content, roles).map(({ country }) => country)),
];
