import type { Actor } from '@exeat/kernel';

/** Names of organisations whose people can sign in, by id; the identity provider's claims know only the id. */
const names = new Map<string, string>([
  ['bis', 'Bureau of Industry and Security'],
  ['state', 'Department of State'],
  ['defense', 'Department of Defense'],
  ['energy', 'Department of Energy'],
  ['justice', 'Department of Justice'],
  ['northgate', 'Northgate Compute Exports, Inc.'],
  ['blueharbor', 'Blue Harbor Systems, LLC'],
]);

/** Adds names, or gives others: an installation's own list, read at start. */
export const nameOrganisations = (more: Readonly<Record<string, string>>): void => {
  for (const [organisation, name] of Object.entries(more)) names.set(organisation, name);
};

/** The name of an organisation; its id where no name is known. */
export const organisationName = (organisation: string): string => names.get(organisation) ?? organisation;

/** The name of the actor's own company or authority. */
export const companyName = (by: Actor): string => organisationName(by.organisation);
