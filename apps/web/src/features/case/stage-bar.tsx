import { BarChart } from '../../ui/bar-chart';
import { Card } from '../../ui/summary-list';
import { Day } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { CaseStage } from './case-types';
import { Leaf } from './mark';

const dayMs = 86_400_000;

interface StageBarProps {
  readonly stages: readonly CaseStage[];
  /** Up to when the stage that has not ended is counted. */
  readonly until: string;
}

/** The way of a case: its stages in order, when it came to each, and how long it was there. */
export const StageBar = ({ stages, until }: StageBarProps) => {
  const say = useSay();
  if (stages.length === 0) return null;
  const counted = stages.map((each, index) => ({
    ...each,
    index,
    days: daysBetween(each.enteredAt, each.leftAt ?? until),
  }));
  return (
    <Card id="case-stages" title={<Say id="cases.stages" />}>
      <ol className="stages" aria-label={say('cases.stages')}>
        {counted.map(({ index, stageInWords, enteredAt, leftAt, days }) => (
          <li
            key={index}
            className={`stages__one${leftAt === undefined ? '' : ' stages__one--done'}`}
            aria-current={leftAt === undefined ? 'step' : undefined}
          >
            <span className="stages__name">
              <Leaf at={`/stages/${index}/stage`}>{stageInWords}</Leaf>
            </span>
            <span className="stages__when">
              <Leaf at={`/stages/${index}/enteredAt`}>
                <Say id="cases.stages.since" day={<Day value={enteredAt} />} />
              </Leaf>
              {' · '}
              {leftAt === undefined ? (
                <Say id="cases.stages.now" days={days} />
              ) : (
                <Leaf at={`/stages/${index}/leftAt`}>
                  <Say id="ui.days" days={days} />
                </Leaf>
              )}
            </span>
          </li>
        ))}
      </ol>
      <BarChart
        title={<Say id="cases.stages.chart" />}
        of={say('cases.stages.stage')}
        bars={counted.map(({ index, stageInWords, days, leftAt }) => ({
          key: String(index),
          name: stageInWords,
          parts: [
            {
              series: say('cases.stages.duration'),
              value: days,
              words: say('ui.days', { days }),
              tone: leftAt === undefined ? 'third' : 'first',
            },
          ],
        }))}
      />
    </Card>
  );
};

/** Whole days that have passed. */
const daysBetween = (from: string, until: string): number =>
  Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / dayMs));
