import { useMemo, type ReactNode } from 'react';
import { Say } from '../words/say';
import { useAddress } from './address';

/** A column of a long list. */
export interface QueueColumn<Row> {
  /** Its name in the address. */
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names its row and leads to what it is about; it is always shown. */
  readonly isRowHead?: boolean;
  readonly isNumber?: boolean;
  readonly width?: 'narrow' | 'wide';
  /** Shown only to those who choose it. */
  readonly isExtra?: boolean;
  /** The list can be sorted by it: the name of that order for the API. */
  readonly sort?: string;
}

const inAddress = 'columns';

/** Which columns the address asks for; without a word in it, all but the extra ones. */
export const useChosenColumns = <Row,>(columns: readonly QueueColumn<Row>[]) => {
  const address = useAddress();
  const asked = address.get(inAddress);
  const usual = columns.filter(({ isExtra = false }) => !isExtra).map(({ key }) => key);
  const visible = useMemo(() => {
    const wanted = asked === undefined ? undefined : new Set(asked.split(','));
    return Object.fromEntries(
      columns.map(({ key, isRowHead = false, isExtra = false }) => [
        key,
        isRowHead || (wanted ? wanted.has(key) : !isExtra),
      ]),
    );
  }, [asked, columns]);
  return {
    visible,
    choose: (key: string, isChosen: boolean) => {
      const chosen = columns
        .filter((each) => (each.key === key ? isChosen : visible[each.key]))
        .map((each) => each.key);
      address.set({ [inAddress]: chosen.join(',') === usual.join(',') ? undefined : chosen }, true);
    },
  };
};

interface ColumnChooserProps<Row> {
  readonly columns: readonly QueueColumn<Row>[];
  readonly visible: Readonly<Record<string, boolean>>;
  readonly onChoose: (key: string, isChosen: boolean) => void;
}

/** Which columns are shown, to tick. */
export const ColumnChooser = <Row,>({ columns, visible, onChoose }: ColumnChooserProps<Row>) => (
  <details className="column-chooser">
    <summary>
      <Say id="ui.columns" />
    </summary>
    <fieldset className="usa-fieldset">
      <legend className="usa-sr-only">
        <Say id="ui.columns" />
      </legend>
      {columns
        .filter(({ isRowHead = false }) => !isRowHead)
        .map(({ key, head }) => (
          <div key={key} className="usa-checkbox">
            <input
              id={`column-${key}`}
              type="checkbox"
              className="usa-checkbox__input"
              checked={visible[key] ?? false}
              onChange={(event) => onChoose(key, event.target.checked)}
            />
            <label className="usa-checkbox__label" htmlFor={`column-${key}`}>
              {head}
            </label>
          </div>
        ))}
    </fieldset>
  </details>
);
