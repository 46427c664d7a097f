import { useQuery } from '@tanstack/react-query';
import { BarChart } from '../../ui/bar-chart';
import { Read } from '../../ui/read';
import { Card } from '../../ui/summary-list';
import { useDecimal } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { aggregateTppQuery } from './licence-reading';

/** How much computing power is licensed, and how much of it has shipped, by model. Nothing where nothing is licensed. */
export const AggregateTppChart = () => {
  const say = useSay();
  const decimal = useDecimal();
  const query = useQuery(aggregateTppQuery);
  return (
    <Read query={query}>
      {({ items, total }) =>
        items.length === 0 ? null : (
          <Card id="aggregate-tpp" title={<Say id="licences.tpp" />}>
            <p>
              <Say id="licences.tpp.total" licensed={decimal(total.tppLicensed)} shipped={decimal(total.tppShipped)} />
            </p>
            <BarChart
              title={<Say id="licences.tpp.chart" />}
              of={say('licences.model')}
              bars={items.map(({ model, tppLicensed, tppShipped }) => ({
                key: model,
                name: model,
                limit: Number(tppLicensed),
                parts: [
                  {
                    series: say('licences.tpp.shipped'),
                    value: Number(tppShipped),
                    words: say('licences.shippedOf', { quantity: decimal(tppShipped) }),
                    tone: 'first',
                  },
                  {
                    series: say('licences.tpp.toShip'),
                    value: Number(tppLicensed) - Number(tppShipped),
                    words: say('licences.tpp.of', { quantity: decimal(tppLicensed) }),
                    tone: 'rest',
                  },
                ],
              }))}
            />
          </Card>
        )
      }
    </Read>
  );
};
