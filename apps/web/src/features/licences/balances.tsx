import { BarChart, type Bar } from '../../ui/bar-chart';
import { useDecimal, useMoney } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { LicenceLine } from './licence-reading';

/** Units of each line: how many have shipped, how many are left. */
export const useQuantityBars = (): ((key: string, name: string, line: LicenceLine) => Bar) => {
  const say = useSay();
  const decimal = useDecimal();
  return (key, name, { shippedQuantity, quantityLeft }) => ({
    key,
    name,
    parts: [
      {
        series: say('licences.shipped'),
        value: Number(shippedQuantity),
        words: say('licences.shippedOf', { quantity: decimal(shippedQuantity) }),
        tone: 'first',
      },
      {
        series: say('licences.left'),
        value: Number(quantityLeft),
        words: say('licences.leftOf', { quantity: decimal(quantityLeft) }),
        tone: 'rest',
      },
    ],
  });
};

/** What is left of each line of a licence, in units and in value, as bars with their tables. */
export const BalanceCharts = ({ lines }: { readonly lines: readonly LicenceLine[] }) => {
  const say = useSay();
  const money = useMoney();
  const quantities = useQuantityBars();
  const nameOf = ({ line, model }: LicenceLine) => say('licences.lineOf', { line, model });
  const currencies = [...new Set(lines.map(({ value }) => value.currency))];
  return (
    <>
      <BarChart
        title={<Say id="licences.chart.quantity" />}
        of={say('licences.line')}
        bars={lines.map((line) => quantities(String(line.line), nameOf(line), line))}
      />
      {currencies.map((currency) => (
        <BarChart
          key={currency}
          title={<Say id="licences.chart.value" currency={currency} />}
          of={say('licences.line')}
          bars={lines
            .filter(({ value }) => value.currency === currency)
            .map((line) => ({
              key: String(line.line),
              name: nameOf(line),
              limit: Number(line.value.amount),
              parts: [
                {
                  series: say('licences.shipped'),
                  value: Number(line.shippedValue),
                  words: say('licences.shippedOf', { quantity: money({ amount: line.shippedValue, currency }) }),
                  tone: 'first',
                },
                {
                  series: say('licences.leftWithTolerance'),
                  value: Number(line.valueLeft),
                  words: say('licences.leftOf', { quantity: money({ amount: line.valueLeft, currency }) }),
                  tone: 'rest',
                },
              ],
            }))}
        />
      ))}
    </>
  );
};
