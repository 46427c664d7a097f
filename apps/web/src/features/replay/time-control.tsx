import { useState } from 'react';
import { Slider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components';
import { useAddress } from '../../ui/address';
import { Button } from '../../ui/button';
import { Card } from '../../ui/summary-list';
import { useShortcut } from '../../ui/shortcuts';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { actOf } from '../history/acts';
import { DateField } from './date-field';
import type { HistoryFact } from './history-query';

interface TimeControlProps {
  readonly facts: readonly HistoryFact[];
  /** Of the fact as of which the case is shown; none where its history is. */
  readonly place: number | undefined;
  /** Of the fact that it is compared with. */
  readonly from: number | undefined;
}

/** Goes through time, fact by fact: by handle, by button, by day; and compares two moments by a second handle. */
export const TimeControl = ({ facts, place, from }: TimeControlProps) => {
  const say = useSay();
  const address = useAddress();
  const last = facts.length - 1;
  const now = place ?? last;
  const positionAt = (index: number) => String(facts[index]?.position ?? '');
  // What the handles are moved over is not a way back: the back button leaves the replay.
  const go = (index: number, other = from) =>
    address.set(
      { at: positionAt(index), from: other === undefined ? undefined : positionAt(Math.min(other, index)) },
      place !== undefined,
    );
  const previous = () => go(Math.max(0, now - 1));
  const next = () => go(Math.min(last, now + 1));
  useShortcut('j', say('auditor.replay.next'), next);
  useShortcut('k', say('auditor.replay.previous'), previous);
  const isComparing = from !== undefined;
  const shown = facts[now];
  return (
    <Card
      id="replay-time"
      title={<Say id="auditor.replay.time" />}
      actions={
        <span className="replay__where">
          <Say
            id="auditor.replay.fact"
            number={now + 1}
            count={facts.length}
            moment={shown && <Moment value={shown.at} />}
          />
        </span>
      }
    >
      {last > 0 && <Handles facts={facts} now={now} from={from} onMove={go} />}
      <div className="replay__steps">
        <Button look="outline" onClick={previous}>
          <Say id="auditor.replay.previous" />
        </Button>
        <Button look="outline" onClick={next}>
          <Say id="auditor.replay.next" />
        </Button>
        <DateField facts={facts} place={now} onChoose={go} />
        <Button
          look="outline"
          pressed={isComparing}
          onClick={() =>
            address.set({
              at: positionAt(now),
              from: isComparing ? undefined : positionAt(Math.max(0, now - 1)),
            })
          }
        >
          <Say id="auditor.replay.compare" />
        </Button>
        {place !== undefined && (
          <Button look="quiet" onClick={() => address.set({ at: undefined, from: undefined, value: undefined })}>
            <Say id="auditor.replay.leave" />
          </Button>
        )}
      </div>
    </Card>
  );
};

interface HandlesProps {
  readonly facts: readonly HistoryFact[];
  readonly now: number;
  readonly from: number | undefined;
  readonly onMove: (now: number, from: number | undefined) => void;
}

/** Handles that snap to facts; they count from one, as people do. */
const Handles = ({ facts, now, from, onMove }: HandlesProps) => {
  const say = useSay();
  const values = from === undefined ? [now + 1] : [from + 1, now + 1];
  const asked = values.join();
  const [moved, setMoved] = useState({ to: values, since: asked });
  const shown = moved.since === asked && moved.to.length === values.length ? moved.to : values;
  return (
    <Slider
      aria-label={say('auditor.replay.time')}
      className="time-slider"
      minValue={1}
      maxValue={facts.length}
      value={[...shown]}
      onChange={(to: number[]) => {
        setMoved({ to, since: asked });
        const [first = 1, second] = to;
        if (second === undefined) onMove(first - 1, undefined);
        else onMove(second - 1, first - 1);
      }}
    >
      <SliderTrack className="time-slider__track">
        <Marks facts={facts} />
        <SliderFill className="time-slider__fill" />
        {values.length === 2 && (
          <SliderThumb
            index={0}
            className="time-slider__thumb time-slider__thumb--from"
            aria-label={say('auditor.replay.from')}
          />
        )}
        <SliderThumb
          key={values.length}
          index={values.length - 1}
          className="time-slider__thumb"
          aria-label={say('auditor.replay.at')}
        />
      </SliderTrack>
    </Slider>
  );
};

/** A line for each fact; longer where another act begins. */
const Marks = ({ facts }: { readonly facts: readonly HistoryFact[] }) => {
  const whole = facts.length - 1;
  return (
    <svg
      className="time-slider__marks"
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {facts.map(({ position, type }, index) => {
        const begins = index === 0 || actOf(facts[index - 1]?.type ?? '') !== actOf(type);
        // Too many lines would be one grey bar.
        if (!begins && whole > 300) return null;
        const x = (index / whole) * 1000;
        return <line key={position} x1={x} x2={x} y1={begins ? 0 : 6} y2={10} vectorEffect="non-scaling-stroke" />;
      })}
    </svg>
  );
};
