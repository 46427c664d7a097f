import { BarChart } from '../../ui/bar-chart';
import { Card } from '../../ui/summary-list';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { CaseStage } from './case-types';
import { Leaf } from './mark';
import { caseStatuses } from './status-tag';

const dayMs = 86_400_000;

interface StageBarProps {
  readonly stages: readonly CaseStage[];
  /** Up to when the stage that has not ended is counted. */
  readonly until: string;
}

/** The way of a case: its stages in order, and how long each took. */
export const StageBar = ({ stages, until }: StageBarProps) => {
  const say = useSay();
  const nameOf = useStageName();
  if (stages.length === 0) return null;
  const counted = stages.map((each, index) => {
    const end = each.leftAt ?? until;
    return { ...each, index, name: nameOf(each.stage), days: daysBetween(each.enteredAt, end) };
  });
  return (
    <Card id="case-stages" title={<Say id="cases.stages" />}>
      <ol className="stages" aria-label={say('cases.stages')}>
        {counted.map(({ index, name, enteredAt, leftAt, days }) => (
          <li
            key={index}
            className={`stages__one${leftAt ? ' stages__one--done' : ''}`}
            aria-current={leftAt || index < counted.length - 1 ? undefined : 'step'}
          >
            <span className="stages__name">
              <Leaf at={`/stages/${index}/stage`}>{name}</Leaf>
            </span>
            <span className="stages__when">
              <Moment value={enteredAt} />
            </span>
            <span className="stages__days">
              {leftAt ? (
                <Say id="ui.days" days={days} />
              ) : index === counted.length - 1 ? (
                <Say id="cases.stages.now" />
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      <BarChart
        title={<Say id="cases.stages.chart" />}
        of={say('cases.stages.stage')}
        bars={counted
          .filter(({ leftAt, stage }) => leftAt || !ends.includes(stage))
          .map(({ index, name, days, leftAt }) => ({
            key: String(index),
            name,
            parts: [
              {
                series: say('cases.stages.duration'),
                value: days,
                words: say('ui.days', { days }),
                tone: leftAt ? 'first' : 'third',
              },
            ],
          }))}
      />
    </Card>
  );
};

/** Where nothing more happens, however long it has been so. */
const ends: readonly string[] = ['licensed', 'denied', 'no-licence-required', 'withdrawn'];

/** Whole days that have passed. */
const daysBetween = (from: string, until: string): number =>
  Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / dayMs));

/** A stage in words; one that is not known here is named as the server names it. */
export const useStageName = (): ((stage: string) => string) => {
  const say = useSay();
  return (stage) => {
    const known = caseStatuses.find((each) => each === stage);
    return known === undefined ? stage : say(`status.${known}`);
  };
};
