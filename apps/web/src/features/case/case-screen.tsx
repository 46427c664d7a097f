import type { ReactNode } from 'react';
import { useNow } from '../../session/now';
import { Moment } from '../../words/format';
import { Say } from '../../words/say';
import { CaseHead } from './case-head';
import { CaseTabs, caseTabs, useCaseTab, type CaseTab } from './case-tabs';
import type { CaseDocument, CaseNote, CaseOverview, TimelineItem } from './case-types';
import { DecisionOf } from './decision-of';
import { DocumentsOf } from './documents-of';
import { HistoryOf } from './history-of';
import { ItemsOf } from './items-of';
import { Marked, type Mark } from './mark';
import { NotesOf } from './notes-of';
import { PartiesOf } from './parties-of';
import { ReviewOf } from './review-of';
import { StageBar } from './stage-bar';

export interface CaseScreenProps {
  readonly overview: CaseOverview;
  readonly timeline: readonly TimelineItem[];
  /** Left out where they are not at hand: their tab is not there then. */
  readonly documents?: readonly CaseDocument[] | undefined;
  /** Left out for whoever may not read them. */
  readonly notes?: readonly CaseNote[] | undefined;
  /** The form that writes a note. */
  readonly writeNote?: ReactNode;
  /** The moment that the case is shown at, where it is not now. */
  readonly asOf?: string | undefined;
  readonly mark?: Mark | undefined;
}

/** In which tabs a part is on the screen. On paper, all of them are. */
const shownIn = (tab: CaseTab, ...tabs: readonly CaseTab[]) =>
  tabs.includes(tab) ? 'case-part' : 'case-part case-part--off';

/**
 * A case with all that the reader may see of it, as it stands or as it stood: summary and items beside history and notes,
 * and each part by itself. Reads nothing: whoever replays a case shows the same screen from what they replayed.
 */
export const CaseScreen = ({ overview, timeline, documents, notes, writeNote, asOf, mark }: CaseScreenProps) => {
  const asked = useCaseTab();
  const now = useNow();
  const tabs = caseTabs.filter(
    (each) => (each !== 'documents' || documents !== undefined) && (each !== 'notes' || notes !== undefined),
  );
  const tab = tabs.includes(asked) ? asked : 'overview';
  return (
    <Marked mark={mark}>
      {asOf !== undefined && (
        <p className="only-print">
          <Say id="cases.asOf" moment={<Moment value={asOf} />} />
        </p>
      )}
      <CaseTabs tabs={tabs} />
      <div className={tab === 'overview' ? 'columns case' : 'case'}>
        <div>
          <div className={shownIn(tab, 'overview')}>
            <CaseHead overview={overview} />
            <DecisionOf overview={overview} />
            <ReviewOf overview={overview} />
          </div>
          <div className={shownIn(tab, 'overview', 'items')}>
            <ItemsOf overview={overview} />
          </div>
          <div className={shownIn(tab, 'parties')}>
            <PartiesOf overview={overview} />
          </div>
          {documents && (
            <div className={shownIn(tab, 'documents')}>
              <DocumentsOf caseId={overview.caseId} documents={documents} />
            </div>
          )}
        </div>
        <div>
          <div className={shownIn(tab, 'overview', 'history')}>
            <StageBar stages={overview.stages} until={asOf ?? now} />
          </div>
          {notes && (
            <div className={shownIn(tab, 'overview', 'notes')}>
              <NotesOf notes={notes}>{writeNote}</NotesOf>
            </div>
          )}
          <div className={shownIn(tab, 'overview', 'history')}>
            <HistoryOf timeline={timeline} />
          </div>
        </div>
      </div>
    </Marked>
  );
};
