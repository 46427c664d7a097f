import type { ReactNode } from 'react';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Moment } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseNote } from './case-types';

interface NotesProps {
  readonly notes: readonly CaseNote[];
  /** Such as the form that writes one. */
  readonly children?: ReactNode;
}

/** What the authority wrote down about a case, newest first. No applicant reads it. */
export const NotesOf = ({ notes, children }: NotesProps) => (
  <Card id="case-notes" title={<Say id="cases.notes" />}>
    <p className="usa-hint">
      <Say id="cases.notes.hint" />
    </p>
    {children}
    {notes.length === 0 ? (
      <Empty title={<Say id="cases.notes.none" />} />
    ) : (
      <ul className="notes">
        {[...notes].reverse().map(({ noteId, at, author, text }) => (
          <li key={noteId} className="notes__one">
            <p className="notes__who">
              <strong>{author.name}</strong>, {author.organisationName} · <Moment value={at} />
            </p>
            <p className="notes__text">{text}</p>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
