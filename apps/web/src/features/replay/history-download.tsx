import { Button } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { csvOf, jsonLinesOf, saveFile } from '../history/download';
import { trailColumns } from '../history/trail-columns';
import type { HistoryFact } from './history-query';

interface HistoryDownloadProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
}

/** Takes the facts that are shown away as a file, each with its stored data. */
export const HistoryDownload = ({ caseId, facts }: HistoryDownloadProps) => {
  const say = useSay();
  const name = `history-${caseId}-up-to-${facts.at(-1)?.position ?? 0}`;
  const columns = [...trailColumns, { name: 'data', of: ({ data }: HistoryFact) => JSON.stringify(data ?? null) }];
  return (
    <div className="trail__download">
      <span>
        <Say id="auditor.history.download" />
      </span>
      <Button
        look="quiet"
        label={say('auditor.history.download.csv')}
        onClick={() => saveFile(name, 'csv', csvOf(columns, facts))}
      >
        <Say id="auditor.download.csv" />
      </Button>
      <Button
        look="quiet"
        label={say('auditor.history.download.jsonl')}
        onClick={() => saveFile(name, 'jsonl', jsonLinesOf(facts))}
      >
        <Say id="auditor.download.jsonl" />
      </Button>
    </div>
  );
};
