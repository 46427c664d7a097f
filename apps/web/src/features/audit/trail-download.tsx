import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { ProblemText } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import { csvOf, jsonLinesOf, saveFile, type FileKind } from '../history/download';
import { trailColumns } from '../history/trail-columns';
import { trailPage, type TrailEntry, type TrailFilter } from '../history/trail-page';

/** Rows that one file can hold; more are taken by period. */
const mostRows = 10_000;

type Progress =
  | { readonly is: 'reading'; readonly rows: number }
  | { readonly is: 'done'; readonly rows: number; readonly isCut: boolean }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly error: unknown };

/** Takes the rows that the filters show away as a file: all pages, up to the most that a file can hold. */
export const TrailDownload = ({ filter }: { readonly filter: TrailFilter }) => {
  const say = useSay();
  const [progress, setProgress] = useState<Progress>();
  const cancel = useRef<AbortController>(undefined);
  useEffect(() => () => cancel.current?.abort(), []);
  const take = async (kind: FileKind) => {
    cancel.current?.abort();
    const taking = new AbortController();
    cancel.current = taking;
    setProgress({ is: 'reading', rows: 0 });
    try {
      const rows: TrailEntry[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...filter, limit: 500, ...(cursor !== undefined && { cursor }) };
        const page = await trailPage(query, taking.signal);
        rows.push(...page.items);
        cursor = page.next;
        if (taking.signal.aborted) return;
        setProgress({ is: 'reading', rows: rows.length });
      } while (cursor !== undefined && rows.length < mostRows);
      const name = `audit-trail-up-to-${filter.upTo ?? 'now'}`;
      saveFile(name, kind, kind === 'csv' ? csvOf(trailColumns, rows) : jsonLinesOf(rows));
      setProgress({ is: 'done', rows: rows.length, isCut: cursor !== undefined });
    } catch (error) {
      if (!taking.signal.aborted) setProgress({ is: 'failed', error });
    }
  };
  return (
    <div className="trail__download">
      <span id="trail-download">
        <Say id="auditor.download" />
      </span>
      <Button look="quiet" label={say('auditor.download.csv.label')} onClick={() => void take('csv')}>
        <Say id="auditor.download.csv" />
      </Button>
      <Button look="quiet" label={say('auditor.download.jsonl.label')} onClick={() => void take('jsonl')}>
        <Say id="auditor.download.jsonl" />
      </Button>
      {progress?.is === 'reading' && (
        <Button
          look="quiet"
          onClick={() => {
            cancel.current?.abort();
            setProgress({ is: 'cancelled' });
          }}
        >
          <Say id="auditor.download.cancel" />
        </Button>
      )}
      <span role="status" className="trail__progress">
        {progress?.is === 'reading' && <Say id="auditor.download.reading" rows={progress.rows} />}
        {progress?.is === 'done' && (
          <Say id={progress.isCut ? 'auditor.download.cut' : 'auditor.download.done'} rows={progress.rows} />
        )}
        {progress?.is === 'cancelled' && <Say id="auditor.download.cancelled" />}
        {progress?.is === 'failed' && <ProblemText error={progress.error} />}
      </span>
    </div>
  );
};
