import { z } from 'zod';

/** The parameter `sort` of a list that can be sorted by some of its columns: a column, or `-column` from its other end. */
export const sortQuery = <const Column extends string>(columns: readonly Column[]) => ({
  sort: z
    .enum(columns.flatMap((column): readonly (Column | `-${Column}`)[] => [column, `-${column}`]))
    .optional()
    .describe(`A column, or a hyphen and a column for the list from its other end; \`${columns[0]}\` where left out.`),
});

/** The column, and from which end. */
export const orderOf = <Column extends string>(sort: Column | `-${Column}`) => ({
  order: sort.replace(/^-/, '') as Column,
  newestFirst: sort.startsWith('-'),
});
