import type { ReactNode } from 'react';
import { SimpleTable } from '../../ui/simple-table';
import { Money, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { Leaf } from './mark';

type Granted = Extract<NonNullable<CaseOverview['decision']>, { outcome: 'licensed' }>;

interface LinesProps {
  readonly lines: Granted['lines'];
  /** The pointer of the list. */
  readonly at: string;
  readonly caption: ReactNode;
}

/** What is licensed, or proposed to be, line by line: how many of which model, and what they are worth. */
export const LinesOf = ({ lines, at, caption }: LinesProps) => (
  <SimpleTable
    caption={caption}
    rows={lines.map((line, index) => ({ ...line, at: `${at}/${index}` }))}
    keyOf={({ line }) => line}
    columns={[
      { key: 'line', head: <Say id="cases.lineHead" />, cell: ({ line }) => line, isNumber: true },
      {
        key: 'model',
        head: <Say id="cases.model" />,
        isRowHead: true,
        cell: ({ model, at }) => <Leaf at={`${at}/model`}>{model}</Leaf>,
      },
      {
        key: 'quantity',
        head: <Say id="cases.quantity" />,
        isNumber: true,
        cell: ({ quantity, at }) => (
          <Leaf at={`${at}/quantity`}>
            <Quantity value={quantity} />
          </Leaf>
        ),
      },
      {
        key: 'value',
        head: <Say id="cases.value" />,
        isNumber: true,
        cell: ({ value, at }) => (
          <Leaf at={`${at}/value/amount`}>
            <Money value={value} />
          </Leaf>
        ),
      },
    ]}
  />
);
