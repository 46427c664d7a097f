import { SimpleTable } from '../../ui/simple-table';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { CaseDocument } from './case-types';

interface DocumentsProps {
  readonly caseId: string;
  readonly documents: readonly CaseDocument[];
}

/** The files of a case, each with the digest of its bytes; they are saved, never shown here. */
export const DocumentsOf = ({ caseId, documents }: DocumentsProps) => {
  const say = useSay();
  return (
    <Card id="case-documents" title={<Say id="cases.documents" />}>
      {documents.length === 0 ? (
        <Empty title={<Say id="cases.documents.none" />} />
      ) : (
        <SimpleTable
          caption={<Say id="cases.documents.caption" count={documents.length} />}
          rows={documents}
          keyOf={({ documentId }) => documentId}
          columns={[
            {
              key: 'name',
              head: <Say id="cases.documents.name" />,
              isRowHead: true,
              cell: ({ documentId, name }) => (
                <a href={`/api/v1/cases/${caseId}/documents/${documentId}`} download>
                  {name}
                </a>
              ),
            },
            {
              key: 'size',
              head: <Say id="cases.documents.size" />,
              isNumber: true,
              cell: ({ size }) => <Size bytes={size} />,
            },
            {
              key: 'attached',
              head: <Say id="cases.documents.attached" />,
              cell: ({ attachedAt, attachedBy, submitted }) => (
                <>
                  <Moment value={attachedAt} />
                  <br />
                  {attachedBy}
                  {!submitted && (
                    <>
                      {' · '}
                      <Say id="cases.documents.notSubmitted" />
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'sha256',
              head: <Say id="cases.documents.digest" />,
              cell: ({ sha256, name }) => (
                <code className="case-digest" aria-label={say('cases.documents.digestOf', { name, sha256 })}>
                  {sha256}
                </code>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
};

const Size = ({ bytes }: { readonly bytes: number }) =>
  bytes < 1_000_000 ? (
    <Say id="cases.documents.kilobytes" size={Math.max(1, Math.round(bytes / 1000))} />
  ) : (
    <Say id="cases.documents.megabytes" size={Math.round(bytes / 100_000) / 10} />
  );
