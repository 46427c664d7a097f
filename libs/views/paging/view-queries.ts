import { Injectable } from '@nestjs/common';
import type { ViewDefinition, ViewRow } from '@exeat/messaging';
import { cursorIn, Page, pageOf, ViewProgress, type PageAsk, type SortKind } from '@exeat/service-host';
import { DataSource, type EntitySchemaColumnOptions, type FindOptionsWhere } from 'typeorm';

/** A column by which a list can be sorted: never null, and followed by the key, so that no two rows are equal. */
type SortColumn<Row> = keyof { [Name in keyof Row as Row[Name] extends string | number ? Name : never]: unknown } &
  string;

export interface List<Row extends ViewRow> {
  readonly page: PageAsk;
  /** Who asks, by id: a cursor goes on for the same reader only. */
  readonly reader: string;
  /** Columns and the values they must have; a list of values means any of them, undefined any at all. */
  readonly where: { readonly [Name in keyof Row]?: Row[Name] | readonly Row[Name][] | undefined };
  /** Columns with lists, and a value that must be in them; undefined where any list will do. */
  readonly including?: { readonly [Name in keyof Row]?: string | undefined };
  /** Columns of text, and a text that must be somewhere in them, letter by letter; undefined where any will do. */
  readonly containing?: { readonly [Name in keyof Row]?: string | undefined };
  /** Columns that must not be less than a number. */
  readonly atLeast?: { readonly [Name in SortColumn<Row>]?: number };
  readonly order: SortColumn<Row>;
  readonly newestFirst?: boolean;
  /** Rows up to the position of the first page only: for rows that never change, so that pages stay as they were. */
  readonly upTo?: SortColumn<Row>;
}

/** Reads the tables of views. */
@Injectable()
export class ViewQueries {
  constructor(
    private readonly database: DataSource,
    private readonly progress: ViewProgress,
  ) {}

  /** The row under a key; undefined where there is none. */
  async row<Row extends ViewRow>(view: ViewDefinition<Row>, key: string): Promise<Row | undefined> {
    const where = { key } as FindOptionsWhere<Row>;
    return (await this.database.getRepository(view.entity).findOneBy(where)) ?? undefined;
  }

  /**
   * One page of a list, in the order of a column and then of the key. It goes on after the last row of the page before,
   * so a row that comes or goes in between neither repeats nor hides another. Throws 400 INVALID_CURSOR.
   */
  async page<Row extends ViewRow>(view: ViewDefinition<Row>, list: List<Row>): Promise<Page<Row>> {
    const { page, order, where, including = {}, containing = {}, atLeast = {}, newestFirst = false } = list;
    const question = [view.name, list.reader, where, including, containing, atLeast, order];
    const start = cursorIn(page, question, [kindOf(view, order), 'text']);
    const position = start?.position ?? (await this.progress.position(view.name));

    const rows = this.database.getRepository(view.entity).createQueryBuilder('row');
    for (const [column, value] of Object.entries<unknown>(where)) {
      if (Array.isArray(value)) rows.andWhere(`row.${column} in (:...${column})`, { [column]: value });
      else if (value !== undefined) rows.andWhere(`row.${column} = :${column}`, { [column]: value });
    }
    for (const [column, value] of Object.entries<string | undefined>(including))
      if (value !== undefined)
        rows.andWhere(`row.${column} @> :in_${column}`, { [`in_${column}`]: JSON.stringify([value]) });
    for (const [column, text] of Object.entries<string | undefined>(containing))
      // Not LIKE: what people type may hold its wildcards.
      if (text !== undefined) rows.andWhere(`strpos(row.${column}, :has_${column}) > 0`, { [`has_${column}`]: text });
    for (const [column, least] of Object.entries(atLeast))
      rows.andWhere(`row.${column} >= :least_${column}`, { [`least_${column}`]: least });
    if (list.upTo) rows.andWhere(`row.${list.upTo} <= :upTo`, { upTo: position });
    const [last, lastKey] = start?.after ?? [];
    if (last !== undefined)
      rows.andWhere(`(row.${order}, row.key) ${newestFirst ? '<' : '>'} (:last, :lastKey)`, { last, lastKey });
    const direction = newestFirst ? 'DESC' : 'ASC';
    const found = await rows
      .orderBy(`row.${order}`, direction)
      .addOrderBy('row.key', direction)
      .limit(page.limit + 1)
      .getMany();
    return pageOf(found, page, question, position, (row) => [row[order] as string | number, row.key]);
  }
}

const kindOf = ({ entity }: ViewDefinition, column: string): SortKind => {
  const columns: Readonly<Record<string, EntitySchemaColumnOptions | undefined>> = entity.options.columns;
  return columns[column]?.type === 'text' ? 'text' : 'number';
};

/** The same page with its rows as they are shown. */
export const shown = <Row, Shown>(page: Page<Row>, show: (row: Row) => Shown): Page<Shown> =>
  page.next === undefined
    ? new Page(page.items.map(show), page.position)
    : new Page(page.items.map(show), page.position, page.next);
