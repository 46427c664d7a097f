import iso from 'i18n-iso-countries';
import { z } from 'zod';

/** Whether this is an assigned ISO 3166-1 alpha-2 code, in capitals. */
export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && iso.isValid(code);

/** Names of the export rules (15 CFR part 740, Supplement No. 1) where the list of ISO writes another. */
const namesInRules: Readonly<Record<string, string>> = { MO: 'Macau', TW: 'Taiwan' };

/** The country's English name, for sentences. */
export const countryName = (code: string): string => namesInRules[code] ?? iso.getName(code, 'en') ?? code;

const takesArticle =
  /^(United|People's|Democratic|Central African|Dominican|Russian|Syrian|Lao |Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros|Republic)/;

/** A country's name within a sentence: `Japan`, `the United Arab Emirates`. */
export const countryInSentence = (code: string): string => {
  const name = countryName(code);
  return takesArticle.test(name) ? `the ${name}` : name;
};

/** ISO 3166-1 alpha-2, such as `CN`. */
export const countrySchema = z.string().refine(isCountry, 'an ISO 3166-1 country code in two capitals, such as CN');

/** Roles of parties on an application (BIS-748P blocks 16 to 19). */
export const partyRoles = ['purchaser', 'intermediate-consignee', 'ultimate-consignee', 'end-user'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** A name as people write it: no control or direction-changing characters, no blank ends, composed Unicode. */
export const nameText = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name === name.trim(), 'no blanks at either end')
  .refine((name) => name === name.normalize('NFC'), 'composed Unicode (NFC)')
  .refine((name) => !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u.test(name), 'no control or invisible characters');

/** Text of a paragraph or more. Line breaks and tabs are welcome, other control characters are not. */
export const proseText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.trim().length > 0, 'some text')
    .refine((text) => !/[^\P{Cc}\n\r\t]|[\u202A-\u202E\u2066-\u2069\p{Cs}]/u.test(text), 'no control characters');

export const partySchema = z.strictObject({
  role: z.enum(partyRoles),
  name: nameText,
  address: proseText(500),
  country: countrySchema,
  /** Where the party itself is headquartered; decides the headquarters rule (15 CFR 744.23(a)(3)). */
  headquarters: countrySchema,
  /** The company at the top of the ownership chain, where it is another. */
  ultimateParent: z.strictObject({ name: nameText, headquarters: countrySchema }).optional(),
});
export type Party = z.infer<typeof partySchema>;

/** The exporter's company, as the identity provider knows it. */
export const companySchema = z.strictObject({ companyId: z.string().min(1), name: nameText });
export type Company = z.infer<typeof companySchema>;
