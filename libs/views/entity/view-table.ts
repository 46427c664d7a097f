import type { ViewRow } from '@exeat/messaging';
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** The types a view's column can have; `?` where it may be null. */
type ColumnType = 'text' | 'int' | 'bigint' | 'boolean' | 'jsonb';
type Column = ColumnType | `${ColumnType}?`;

type Columns<Row extends ViewRow> = { readonly [Name in Exclude<keyof Row & string, 'key' | 'caseId'>]: Column };

/**
 * The table of a view: one column for every field of its rows, names in snake case. A field without a column does not
 * compile. Positions come back as numbers: they stay far below the largest exact one.
 */
export const viewTable = <Row extends ViewRow>(view: string, columns: Columns<Row>): EntitySchema<Row> =>
  new EntitySchema<Row>({
    name: view,
    schema: 'views',
    tableName: view.replaceAll('-', '_'),
    columns: {
      key: { type: 'text', primary: true },
      caseId: { type: 'text', name: 'case_id' },
      ...Object.fromEntries(
        Object.entries<Column>(columns).map(([name, column]) => [name, optionsOf(name, column)] as const),
      ),
    },
  });

const optionsOf = (name: string, column: Column): EntitySchemaColumnOptions => {
  const type = column.replace('?', '') as ColumnType;
  return {
    type,
    name: name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
    nullable: column.endsWith('?'),
    ...(type === 'bigint' && { transformer: { from: fromBigint, to: (value: unknown) => value } }),
  };
};

const fromBigint = (value: string | null): number | null => (value === null ? null : Number(value));
