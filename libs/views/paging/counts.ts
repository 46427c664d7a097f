import { Page, pageSchema } from '@exeat/service-host';
import { z } from 'zod';

/** A page with how many rows its list has in each of its parts, whatever part and page is shown. */
export class CountedPage<Row, Name extends string> extends Page<Row> {
  readonly counts: Readonly<Record<Name, number>>;

  constructor(page: Page<Row>, counts: Readonly<Record<Name, number>>) {
    const { items, position, next } = page;
    if (next === undefined) super(items, position);
    else super(items, position, next);
    this.counts = counts;
  }
}

/** The schema of a page with counts. */
export const countedPageSchema = <Row extends z.ZodType, const Name extends string>(row: Row, names: readonly Name[]) =>
  pageSchema(row).extend({
    counts: z
      .strictObject(
        Object.fromEntries(names.map((name) => [name, z.int().min(0)])) as { readonly [Each in Name]: z.ZodInt },
      )
      .describe('Of the whole list as it is searched, whatever part and page of it is asked for.'),
  });

/** The parts of a list by one of its columns: one for each value. */
export const partsBy = <const Column extends string, const Value extends string>(
  column: Column,
  values: readonly Value[],
) =>
  Object.fromEntries(values.map((value) => [value, { [column]: value }])) as {
    readonly [Each in Value]: { readonly [Name in Column]: Each };
  };
