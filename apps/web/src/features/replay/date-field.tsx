import { useEffect, useId, useState } from 'react';
import { Say, useSay } from '../../words/say';
import { Button } from '../../ui/button';
import type { HistoryFact } from './history-query';
import { localDay, placeOf } from './moments';

interface DateFieldProps {
  readonly facts: readonly HistoryFact[];
  readonly place: number;
  readonly onChoose: (place: number) => void;
}

/** Goes to the end of a day: the last fact that had happened by then. */
export const DateField = ({ facts, place, onChoose }: DateFieldProps) => {
  const id = useId();
  const say = useSay();
  const day = localDay(facts[place]?.at ?? '');
  const [typed, setTyped] = useState(day);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    setTyped(day);
    setProblem('');
  }, [day]);
  const go = () => {
    const found = /^\d{4}-/.test(typed) ? placeOf(facts, typed) : undefined;
    setProblem(found === undefined ? say(typed === '' ? 'auditor.replay.day.none' : 'auditor.replay.day.before') : '');
    if (found !== undefined) onChoose(found);
  };
  return (
    <form
      className="replay__day"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={id}>
        <Say id="auditor.replay.day" />
      </label>
      <input
        id={id}
        className="usa-input"
        type="date"
        value={typed}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        aria-invalid={problem !== '' || undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" look="outline">
        <Say id="auditor.replay.day.go" />
      </Button>
      {problem !== '' && (
        <span className="usa-error-message" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </form>
  );
};
