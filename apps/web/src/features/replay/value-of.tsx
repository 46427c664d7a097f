import { Day, Moment } from '../../words/format';
import { Say } from '../../words/say';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

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
  if (typeof value === 'object') return <Parts value={value} />;
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
            <ValueOf value={part} />
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
