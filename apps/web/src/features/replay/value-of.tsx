import { Day, Moment } from '../../words/format';
import { Say } from '../../words/say';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** How many parts of a value are shown without being asked for. */
const mostAtOnce = 4;

const leavesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, part) => sum + leavesIn(part), 0)
    : 1;

/** A value of whatever kind: in words where it is one thing, as it is stored where it is made of parts. */
export const ValueOf = ({ value }: { readonly value: unknown }) => {
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
    return <span className="value-text">{value}</span>;
  }
  if (typeof value === 'object')
    return leavesIn(value) > mostAtOnce ? (
      <details className="value-whole">
        <summary>
          <Say id="auditor.value.parts" count={leavesIn(value)} />
        </summary>
        <Parts value={value} />
      </details>
    ) : (
      <Parts value={value} />
    );
  return <>{JSON.stringify(value)}</>;
};

/** The parts of a value, each by its name as it is stored. */
const Parts = ({ value }: { readonly value: object }) => {
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
            <PartOf value={part} />
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
            <ValueOf value={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** A part of a value that is shown already: nothing more to open. */
const PartOf = ({ value }: { readonly value: unknown }) =>
  typeof value === 'object' && value !== null ? <Parts value={value} /> : <ValueOf value={value} />;
