import { Injectable } from '@nestjs/common';
import type { ViewDefinition, ViewRow } from '@exeat/messaging';
import { cursorIn, Page, pageOf, ViewProgress, type PageAsk, type SortKind } from '@exeat/service-host';
import { DataSource, type EntitySchemaColumnOptions, type FindOptionsWhere, type SelectQueryBuilder } from 'typeorm';
import { searchedFor } from './searched.js';

/** A column by which a list can be sorted: never null, and followed by the key, so that no two rows are equal. */
type SortColumn<Row> = keyof { [Name in keyof Row as Row[Name] extends string | number ? Name : never]: unknown } &
  string;

/** Columns and the values they must have; a list of values means any of them, undefined any at all. */
type Where<Row> = { readonly [Name in keyof Row]?: Row[Name] | readonly Row[Name][] | undefined };

/** Which rows are asked for. */
export interface Filter<Row extends ViewRow> {
  readonly where: Where<Row>;
  /** Columns with lists, and a value that must be in them; undefined where any list will do. */
  readonly including?: { readonly [Name in keyof Row]?: string | undefined };
  /** Columns of text, and a text that must be somewhere in them, letter by letter; undefined where any will do. */
  readonly containing?: { readonly [Name in keyof Row]?: string | undefined };
  /** What people typed to find rows by, in the column `searched` of the table; undefined where any row will do. */
  readonly q?: string | undefined;
  /** A further SQL expression, of the table `"row"`, in which the text may be. Never made of what somebody typed. */
  readonly alsoIn?: string | undefined;
  /** Columns that must not be less than a number. */
  readonly atLeast?: { readonly [Name in SortColumn<Row>]?: number };
}

export interface List<Row extends ViewRow> extends Filter<Row> {
  readonly page: PageAsk;
  /** Who asks, by id: a cursor goes on for the same reader only. */
  readonly reader: string;
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
    const { page, order, where, including = {}, containing = {}, atLeast = {}, q = null, newestFirst = false } = list;
    const question = [view.name, list.reader, where, including, containing, atLeast, q, order, newestFirst];
    const start = cursorIn(page, question, [kindOf(view, order), 'text']);
    const position = start?.position ?? (await this.progress.position(view.name));

    const rows = this.rows(view, list);
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

  /** How many rows there are in each part of a list, whatever page of it is read. */
  async counts<Row extends ViewRow, Name extends string>(
    view: ViewDefinition<Row>,
    filter: Filter<Row>,
    parts: Readonly<Record<Name, Where<Row>>>,
  ): Promise<Readonly<Record<Name, number>>> {
    const rows = this.rows(view, filter).select([]);
    const names = Object.keys(parts) as Name[];
    names.forEach((name, index) => {
      const { conditions, values } = conditionsOf(parts[name], `part_${index}_`);
      const counted = conditions.length > 0 ? ` filter (where ${conditions.join(' and ')})` : '';
      rows.addSelect(`count(*)${counted}`, `part_${index}`).setParameters(values);
    });
    const found = await rows.getRawOne<Readonly<Record<string, string>>>();
    return Object.fromEntries(names.map((name, index) => [name, Number(found?.[`part_${index}`] ?? 0)])) as Record<
      Name,
      number
    >;
  }

  private rows<Row extends ViewRow>(view: ViewDefinition<Row>, filter: Filter<Row>): SelectQueryBuilder<Row> {
    const { where, including = {}, containing = {}, atLeast = {}, alsoIn } = filter;
    const rows = this.database.getRepository(view.entity).createQueryBuilder('row');
    const { conditions, values } = conditionsOf(where);
    for (const condition of conditions) rows.andWhere(condition, values);
    for (const [column, value] of Object.entries<string | undefined>(including))
      if (value !== undefined)
        rows.andWhere(`row.${column} @> :in_${column}`, { [`in_${column}`]: JSON.stringify([value]) });
    for (const [column, text] of Object.entries<string | undefined>(containing))
      // Not LIKE: what people type may hold its wildcards.
      if (text !== undefined) rows.andWhere(`strpos(row.${column}, :has_${column}) > 0`, { [`has_${column}`]: text });
    const q = searchedFor(filter.q);
    const searched = ['"row".searched', ...(alsoIn === undefined ? [] : [alsoIn])];
    if (q !== undefined) rows.andWhere(`(${searched.map((text) => `strpos(${text}, :q) > 0`).join(' or ')})`, { q });
    for (const [column, least] of Object.entries(atLeast))
      rows.andWhere(`row.${column} >= :least_${column}`, { [`least_${column}`]: least });
    return rows;
  }
}

/** A condition for each column that must have some value. */
const conditionsOf = <Row>(where: Where<Row>, prefix = '') => {
  const asked = Object.entries<unknown>(where).filter(([, value]) => value !== undefined);
  return {
    conditions: asked.map(([column, value]) =>
      Array.isArray(value) ? `row.${column} in (:...${prefix}${column})` : `row.${column} = :${prefix}${column}`,
    ),
    values: Object.fromEntries(asked.map(([column, value]) => [`${prefix}${column}`, value])),
  };
};

const kindOf = ({ entity }: ViewDefinition, column: string): SortKind => {
  const columns: Readonly<Record<string, EntitySchemaColumnOptions | undefined>> = entity.options.columns;
  return columns[column]?.type === 'text' ? 'text' : 'number';
};

/** The same page with its rows as they are shown. */
export const shown = <Row, Shown>(page: Page<Row>, show: (row: Row) => Shown): Page<Shown> =>
  page.next === undefined
    ? new Page(page.items.map(show), page.position)
    : new Page(page.items.map(show), page.position, page.next);
