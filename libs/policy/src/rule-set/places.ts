import { countryInSentence, countrySchema } from '@exeat/kernel';
import { z } from 'zod';
import { listed } from '../words.js';
import { markSchema } from './standing.js';

/** Country groups of the regulation (15 CFR part 740, Supplement No. 1), by ISO 3166-1 alpha-2. */
export const countryGroupsSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  citation: z.string().min(1),
  asOf: z.iso.date(),
  mark: markSchema,
  notes: z.array(z.string()),
  /** Territories that the regulation treats as another destination, such as Hong Kong. */
  treatedAs: z.array(
    z.strictObject({ country: countrySchema, as: countrySchema, citation: z.string(), mark: markSchema }),
  ),
  groups: z.record(z.string().regex(/^[A-E]:[1-6]$/, 'a group such as D:5'), z.array(countrySchema).min(1)),
});
export type CountryGroups = z.infer<typeof countryGroupsSchema>;

/** A set of countries: those named, and those of the groups unless another group takes them out again. */
export const placesSchema = z.strictObject({
  countries: z.array(countrySchema).default([]),
  groups: z.array(z.string()).default([]),
  butNotGroups: z.array(z.string()).default([]),
  butNotCountries: z.array(countrySchema).default([]),
});
export type Places = z.infer<typeof placesSchema>;

/** Why a country belongs to the places, as words after "which is", or undefined where it does not belong. */
export const belongs = (country: string, places: Places, known: CountryGroups): string | undefined => {
  const treated = treatedAs(country, known);
  if (places.countries.includes(treated)) return ofTreated(country, treated, 'named in the rule');
  if (places.butNotCountries.includes(treated) || groupsOf(treated, places.butNotGroups, known).length > 0)
    return undefined;
  const groups = groupsOf(treated, places.groups, known);
  return groups.length > 0
    ? ofTreated(country, treated, `in Country ${groups.length === 1 ? 'Group' : 'Groups'} ${listed(groups)}`)
    : undefined;
};

/** The country as the regulation treats it: Hong Kong is China. */
export const treatedAs = (country: string, known: CountryGroups): string =>
  known.treatedAs.find((entry) => entry.country === country)?.as ?? country;

const groupsOf = (country: string, groups: readonly string[], known: CountryGroups): readonly string[] =>
  groups.filter((group) => known.groups[group]?.includes(country));

const ofTreated = (country: string, treated: string, reason: string): string =>
  country === treated ? reason : `treated as ${countryInSentence(treated)}, ${reason}`;
