import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string | number;
  readonly title: ReactNode;
  readonly by?: ReactNode;
  readonly at: ReactNode;
  readonly body?: ReactNode;
  readonly isNew?: boolean;
}

/** What happened, in order (the Ministry of Justice's timeline). */
export const Timeline = ({
  entries,
  label,
}: {
  readonly entries: readonly TimelineEntry[];
  readonly label: string;
}) => (
  <ol className="timeline" aria-label={label}>
    {entries.map(({ key, title, by, at, body, isNew = false }) => (
      <li key={key} className={`timeline__entry${isNew ? ' timeline__entry--new' : ''}`}>
        <p className="timeline__title">{title}</p>
        <p className="timeline__when">
          {at}
          {by !== undefined && <span className="timeline__by">{by}</span>}
        </p>
        {body !== undefined && <div className="timeline__body">{body}</div>}
      </li>
    ))}
  </ol>
);
