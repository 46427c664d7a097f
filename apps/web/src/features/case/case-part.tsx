import { useMay } from '../../session/me';
import { Read } from '../../ui/read';
import { DocumentsOf } from './documents-of';
import { HistoryOf } from './history-of';
import { NotesOf } from './notes-of';
import { PartiesOf } from './parties-of';
import { useCase, useDocuments, useNotes, useTimeline } from './use-case';
import { WriteNote } from './write-note';

/** Parts of a case that stand beside the work on it. */
export const partsBeside = ['parties', 'documents', 'notes', 'history'] as const;
export type PartBeside = (typeof partsBeside)[number];

interface PartProps {
  readonly caseId: string;
}

/** One part of a case, read when it is looked at. */
export const CasePart = ({ caseId, part }: PartProps & { readonly part: PartBeside }) => {
  switch (part) {
    case 'parties':
      return <Parties caseId={caseId} />;
    case 'documents':
      return <Documents caseId={caseId} />;
    case 'notes':
      return <Notes caseId={caseId} />;
    case 'history':
      return <History caseId={caseId} />;
  }
};

const Parties = ({ caseId }: PartProps) => (
  <Read query={useCase(caseId)}>{(overview) => <PartiesOf overview={overview} />}</Read>
);

const Documents = ({ caseId }: PartProps) => (
  <Read query={useDocuments(caseId)}>{({ items }) => <DocumentsOf caseId={caseId} documents={items} />}</Read>
);

const Notes = ({ caseId }: PartProps) => {
  const may = useMay();
  return (
    <Read query={useNotes(caseId)}>
      {({ items }) => <NotesOf notes={items}>{may('note:write') && <WriteNote caseId={caseId} />}</NotesOf>}
    </Read>
  );
};

const History = ({ caseId }: PartProps) => (
  <Read query={useTimeline(caseId)}>{(timeline) => <HistoryOf timeline={timeline} />}</Read>
);
