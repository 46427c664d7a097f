import { z } from 'zod';

/** What a list can be searched for: spread into the query schema of a route. */
export const searchQuery = {
  q: z
    .string()
    .max(100)
    .regex(/^\P{Cc}*$/u, 'no control characters')
    .optional()
    .describe('A part of a number, a company, a model or a licence number, in capitals or not. Empty is any row.'),
};

/** What the tables are searched for, folded as their column `searched` is; undefined where any row will do. */
export const searchedFor = (q: string | undefined): string | undefined => {
  const text = (q ?? '').normalize('NFC').toLowerCase().trim();
  return text === '' ? undefined : text;
};
