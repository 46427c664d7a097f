import type { paths } from '../../api/schema';
import { BarChart } from '../../ui/bar-chart';
import { Card } from '../../ui/summary-list';
import { Empty } from '../../ui/states';
import { useDecimal } from '../../words/format';
import { Say, useSay } from '../../words/say';

interface Props {
  readonly figures: paths['/api/v1/statistics']['get']['responses'][200]['content']['application/json'];
}

/** How long closed cases were in each stage: half took no longer than the first part, nine in ten than the whole bar. */
export const DaysInStages = ({ figures: { stages } }: Props) => {
  const say = useSay();
  const decimal = useDecimal();
  const known = stages.filter(({ medianDays }) => medianDays !== null);
  return (
    <Card id="stages" title={<Say id="licences.figures.stages" />}>
      {known.length === 0 ? (
        <Empty title={<Say id="licences.figures.none" />} />
      ) : (
        <BarChart
          title={<Say id="licences.figures.stages.chart" />}
          of={say('licences.figures.stage')}
          bars={known.map(({ stage, stageInWords, cases, medianDays, ninetiethDays, open }) => {
            const [median, ninetieth] = [medianDays ?? 0, ninetiethDays ?? 0];
            return {
              key: stage,
              name: stageInWords,
              parts: [
                {
                  series: say('licences.figures.median'),
                  value: median,
                  words: say('licences.figures.medianOf', { days: decimal(median) }),
                },
                {
                  series: say('licences.figures.ninetieth'),
                  value: Math.max(0, ninetieth - median),
                  words: say('licences.figures.ninetiethOf', { days: decimal(ninetieth) }),
                  tone: 'second',
                },
                {
                  series: say('licences.figures.cases'),
                  value: 0,
                  words: say('licences.figures.casesOf', { cases, open }),
                },
              ],
            };
          })}
        />
      )}
    </Card>
  );
};

/** How old the open cases are; those past the 90 days stand out. */
export const AgeOfOpenCases = ({ figures: { openByAge } }: Props) => {
  const say = useSay();
  return (
    <Card id="ages" title={<Say id="licences.figures.ages" />}>
      <BarChart
        title={<Say id="licences.figures.ages.chart" />}
        of={say('licences.figures.age')}
        bars={openByAge.map(({ fromDays, toDays, cases }) => ({
          key: String(fromDays),
          name:
            toDays === null
              ? say('licences.figures.ageFrom', { from: fromDays })
              : say('licences.figures.ageTo', { from: fromDays, to: toDays }),
          parts: [
            {
              series: say('licences.figures.cases'),
              value: cases,
              words: say('licences.figures.count', { cases }),
              tone: fromDays >= 90 ? 'bad' : 'first',
            },
          ],
        }))}
      />
    </Card>
  );
};

/** How long cases took from registration to the day they were closed, by how they ended. */
export const DaysByOutcome = ({ figures: { byOutcome, resolved } }: Props) => {
  const say = useSay();
  const decimal = useDecimal();
  const known = byOutcome.filter(({ medianDays }) => medianDays !== null);
  return (
    <Card id="outcomes" title={<Say id="licences.figures.outcomes" />}>
      {known.length === 0 ? (
        <Empty title={<Say id="licences.figures.none" />} />
      ) : (
        <>
          <p>
            <Say
              id="licences.figures.resolved"
              cases={resolved.cases}
              median={decimal(resolved.medianDays ?? 0)}
              ninetieth={decimal(resolved.ninetiethDays ?? 0)}
            />
          </p>
          <BarChart
            title={<Say id="licences.figures.outcomes.chart" />}
            of={say('licences.figures.outcome')}
            bars={known.map(({ outcome, cases, medianDays }) => ({
              key: outcome,
              name: say(`status.${outcome}`),
              limit: 90,
              parts: [
                {
                  series: say('licences.figures.median'),
                  value: medianDays ?? 0,
                  words: say('licences.figures.medianOf', { days: decimal(medianDays ?? 0) }),
                },
                { series: say('licences.figures.cases'), value: 0, words: say('licences.figures.count', { cases }) },
              ],
            }))}
          />
        </>
      )}
    </Card>
  );
};
