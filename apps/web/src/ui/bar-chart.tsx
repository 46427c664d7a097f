import { useId, type ReactNode } from 'react';
import { Say } from '../words/say';
import { ScrollingTable } from './simple-table';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** Parts of the bar, from the left; a bar of one part is the usual one. */
  readonly parts: readonly {
    readonly series: string;
    readonly value: number;
    readonly words: string;
    readonly tone?: BarTone;
  }[];
  /** Where a limit lies, in the unit of the values. */
  readonly limit?: number;
}
export type BarTone = 'first' | 'second' | 'third' | 'rest' | 'bad';

interface BarChartProps {
  readonly title: ReactNode;
  readonly bars: readonly Bar[];
  /** Head of the first column of the table. */
  readonly of: string;
  /** The end of the scale, where it is not the longest bar. */
  readonly whole?: number;
}

/** Characters that still fit beside a bar. */
const mostBeside = 36;

/** Horizontal bars, and the same figures as a table. */
export const BarChart = ({ title, bars, of, whole }: BarChartProps) => {
  const id = useId();
  const sum = ({ parts }: Bar) => parts.reduce((total, { value }) => total + value, 0);
  const scale = whole ?? Math.max(1, ...bars.map(sum), ...bars.map(({ limit = 0 }) => limit));
  const wordsOf = ({ parts }: Bar) => parts.map(({ words }) => words).join(' · ');
  const isWordy = bars.some((bar) => wordsOf(bar).length > mostBeside);
  const series = [...new Set(bars.flatMap(({ parts }) => parts.map((part) => part.series)))];
  return (
    <figure className={`chart${isWordy ? ' chart--wordy' : ''}`} aria-labelledby={id}>
      <figcaption id={id} className="chart__title">
        {title}
      </figcaption>
      <div aria-hidden="true" className="chart__bars">
        {bars.map((bar) => (
          <div key={bar.key} className="chart__row">
            <span className="chart__name">{bar.name}</span>
            <svg className="chart__bar" viewBox="0 0 1000 20" preserveAspectRatio="none" focusable="false">
              <rect className="chart__track" width="1000" height="20" />
              {bar.parts.map(({ series: name, value, tone = 'first' }, index) => {
                const before = bar.parts.slice(0, index).reduce((total, part) => total + part.value, 0);
                return (
                  <rect
                    key={name}
                    className={`chart__part chart__part--${tone}`}
                    x={(before / scale) * 1000}
                    width={(value / scale) * 1000}
                    height="20"
                  />
                );
              })}
              {bar.limit !== undefined && (
                <rect
                  className="chart__limit"
                  x={Math.min(996, (bar.limit / scale) * 1000 - 2)}
                  width="4"
                  height="20"
                />
              )}
            </svg>
            <span className="chart__value">{wordsOf(bar)}</span>
          </div>
        ))}
      </div>
      <details className="chart__table">
        <summary>
          <Say id="ui.chart.table" />
        </summary>
        <ScrollingTable>
          <table className="usa-table usa-table--borderless usa-table--compact">
            <thead>
              <tr>
                <th scope="col">{of}</th>
                {series.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ key, name, parts }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {series.map((each) => (
                    <td key={each}>{parts.find((part) => part.series === each)?.words ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollingTable>
      </details>
    </figure>
  );
};
