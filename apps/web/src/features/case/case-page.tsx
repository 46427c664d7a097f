import { useParams } from 'react-router';
import { useMay } from '../../session/me';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Say, useSay } from '../../words/say';
import { CaseScreen } from './case-screen';
import { NextActs } from './next-acts';
import { OthersHere } from './others-here';
import { Printed } from './printed';
import { useCase, useDocuments, useNotes, useTimeline } from './use-case';
import { WriteNote } from './write-note';

/** A case for everybody who may see it: how it stands, what it holds, what happened, and what they can do next. */
export const CasePage = () => {
  const { caseId = '' } = useParams();
  const say = useSay();
  const may = useMay();
  const overview = useCase(caseId);
  const timeline = useTimeline(caseId);
  const documents = useDocuments(caseId);
  const notes = useNotes(caseId);
  const name = overview.data ? (overview.data.number ?? overview.data.reference) : say('cases.case');
  return (
    <Page
      title={name}
      caption={overview.data?.applicantName}
      help="case"
      crumbs={[{ to: '/cases', name: say('cases.title') }]}
      actions={
        overview.data && (
          <Button look="outline" onClick={() => window.print()}>
            <Say id="cases.print" />
          </Button>
        )
      }
    >
      <Read query={overview} rows={12}>
        {(shown) => (
          <>
            <Printed name={name} />
            <NextActs overview={shown} />
            {may('presence:read') && <OthersHere caseId={caseId} />}
            <Read query={timeline} rows={12}>
              {(items) => (
                <CaseScreen
                  overview={shown}
                  timeline={items}
                  documents={documents.data?.items}
                  notes={notes.data?.items}
                  writeNote={may('note:write') ? <WriteNote caseId={caseId} /> : undefined}
                />
              )}
            </Read>
          </>
        )}
      </Read>
    </Page>
  );
};
