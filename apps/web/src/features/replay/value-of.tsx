import { Day, Moment } from '../../words/format';
import { Say } from '../../words/say';
import { english } from '../../words/words';
import { spelledOut, wordFor } from './in-words';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** How many parts of a value are shown without being asked for. */
const mostAtOnce = 4;

const leavesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, part) => sum + leavesIn(part), 0)
    : 1;

interface ValueProps {
  readonly value: unknown;
  /** The name it is stored by, which tells what a stored word of it means. */
  readonly name: string | undefined;
}

/** A value of whatever kind: in words where it is one thing, part by part where it is made of parts. */
export const ValueOf = ({ value, name }: ValueProps) => {
  if (value === undefined || value === null || value === '')
    return (
      <span className="usa-hint">
        <Say id="auditor.value.none" />
      </span>
    );
  if (typeof value === 'boolean') return <Say id={value ? 'ui.yes' : 'ui.no'} />;
  if (typeof value === 'string') {
    if (instant.test(value)) return <Moment value={value} />;
    if (day.test(value)) return <Day value={value} />;
    const word = wordFor(english, name, value);
    return <span className="value-text">{word === undefined ? spelledOut(name, value) : <Say id={word} />}</span>;
  }
  if (typeof value === 'object')
    return leavesIn(value) > mostAtOnce ? (
      <details className="value-whole">
        <summary>
          <Say id="auditor.value.parts" count={leavesIn(value)} />
        </summary>
        <Parts value={value} name={name} />
      </details>
    ) : (
      <Parts value={value} name={name} />
    );
  return <>{JSON.stringify(value)}</>;
};

/** The parts of a value, each by its name as it is stored; those of a list go by the name of the list. */
const Parts = ({ value, name: ofAll }: ValueProps & { readonly value: object }) => {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(value);
  if (parts.length === 0)
    return (
      <span className="usa-hint">
        <Say id="auditor.value.empty" />
      </span>
    );
  if (Array.isArray(value))
    return (
      <ol className="value-list">
        {parts.map(([index, part]) => (
          <li key={index}>
            <PartOf value={part} name={ofAll} />
          </li>
        ))}
      </ol>
    );
  return (
    <dl className="value-parts">
      {parts.map(([name, part]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <ValueOf value={part} name={name} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** A part of a value that is shown already: nothing more to open. */
const PartOf = ({ value, name }: ValueProps) =>
  typeof value === 'object' && value !== null ? (
    <Parts value={value} name={name} />
  ) : (
    <ValueOf value={value} name={name} />
  );
