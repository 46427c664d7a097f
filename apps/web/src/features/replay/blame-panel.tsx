import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../api/problems';
import { Button } from '../../ui/button';
import { Read } from '../../ui/read';
import { Alert } from '../../ui/alert';
import { Moment } from '../../words/format';
import { Say } from '../../words/say';
import { FactDetails } from './fact-details';
import { valueQuery, type HistoryFact } from './history-query';
import { nameAt } from './in-words';
import { ValueOf } from './value-of';

interface BlamePanelProps {
  readonly caseId: string;
  /** Into the page of the case. */
  readonly pointer: string;
  readonly facts: readonly HistoryFact[];
  /** As of which the value is asked for. */
  readonly position: number;
  /** Whether somebody pressed a value, and not only opened an address: the panel takes the focus then. */
  readonly wasPressed: boolean;
  readonly onClose: () => void;
}

/** The fact that set a value, who did it and on whose authority, and everything that the value was before. */
export const BlamePanel = ({ caseId, pointer, facts, position, wasPressed, onClose }: BlamePanelProps) => {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const value = useQuery({ ...valueQuery(caseId, pointer, position), placeholderData: keepPreviousData });
  useEffect(() => {
    if (wasPressed) heading.current?.focus();
  }, [wasPressed]);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && document.querySelector('dialog[open]') === null) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside className="blame" aria-labelledby={id}>
      <div className="blame__head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          <Say id="auditor.blame.title" />
        </h2>
        <Button look="quiet" onClick={onClose}>
          <Say id="ui.close" />
        </Button>
      </div>
      {value.error && problemOf(value.error).isNotThere ? (
        <Alert kind="info" isNews>
          <Say id="auditor.blame.notThen" />
        </Alert>
      ) : (
        <Read query={value} rows={6}>
          {({ label, values }) => (
            <Blame label={label} values={[...values].reverse()} facts={facts} caseId={caseId} pointer={pointer} />
          )}
        </Read>
      )}
    </aside>
  );
};

interface BlameProps {
  readonly caseId: string;
  readonly pointer: string;
  readonly label: string;
  /** Newest first. */
  readonly values: readonly { readonly value?: unknown; readonly position: number | null }[];
  readonly facts: readonly HistoryFact[];
}

const Blame = ({ caseId, pointer, label, values, facts }: BlameProps) => {
  const [now, ...earlier] = values;
  const factAt = (position: number | null) => facts.find((fact) => fact.position === position);
  const fact = factAt(now?.position ?? null);
  return (
    <>
      <p className="blame__label">{label}</p>
      <div className="blame__value">
        <ValueOf value={now?.value} name={nameAt(pointer)} />
      </div>
      <h3>
        <Say id="auditor.blame.setBy" />
      </h3>
      {fact ? (
        <FactDetails fact={fact} caseId={caseId} />
      ) : (
        <p>
          <Say id="auditor.blame.untold" />
        </p>
      )}
      <h3>
        <Say id="auditor.blame.earlier" />
      </h3>
      {earlier.length === 0 ? (
        <p>
          <Say id="auditor.blame.noEarlier" />
        </p>
      ) : (
        <ol className="blame__earlier" reversed>
          {earlier.map(({ value, position }, index) => {
            const setBy = factAt(position);
            return (
              <li key={`${position ?? 'untold'}-${index}`}>
                <ValueOf value={value} name={nameAt(pointer)} />
                {setBy && (
                  <p className="blame__by">
                    <Link to={`?at=${setBy.position}&value=${encodeURIComponent(pointer)}`}>{setBy.sentence}</Link>{' '}
                    <Moment value={setBy.at} />
                  </p>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
};
