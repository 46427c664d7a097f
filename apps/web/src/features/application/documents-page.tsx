import { useQuery, useQueryClient } from '@tanstack/react-query';
import { documentsQuery, type AttachedDocument } from '../../api/documents';
import { upload, type UploadOptions } from '../../api/upload';
import { caseKey } from '../../api/reading';
import { ButtonLink } from '../../ui/button';
import { FileUpload, NotSent } from '../../ui/file-upload';
import { Read } from '../../ui/read';
import { Empty } from '../../ui/states';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { useOnward, type Application } from './data';
import { ApplicationFrame } from './frame';
import { applicationPath } from './places';
import { Remove, useTitleAfterRemoval } from './remove';
import { Bytes } from './bytes';
import { sha256Of } from './sha256';

/** As the server takes them; it looks at the bytes, whatever a file is called. */
const endings = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.txt,.csv';
const mostBytes = 50_000_000;

/** What is attached, and a way to attach more. */
export const DocumentsPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.documents')} lead={<Say id="exporter.documents.lead" />}>
      {(application) => <Documents application={application} />}
    </ApplicationFrame>
  );
};

const Documents = ({ application: { caseId } }: { readonly application: Application }) => {
  const say = useSay();
  const client = useQueryClient();
  const documents = useQuery(documentsQuery(caseId));
  const { to, search } = useOnward(caseId, applicationPath(caseId));
  useTitleAfterRemoval(documents.data?.items.length ?? 0);

  const send = async (file: File, options: UploadOptions): Promise<string> => {
    if (file.size === 0) throw new NotSent(say('exporter.documents.empty'));
    if (file.size > mostBytes) throw new NotSent(say('exporter.documents.tooLarge'));
    const attached = await client.fetchQuery({ ...documentsQuery(caseId), staleTime: 0 });
    const digest = await sha256Of(file);
    const before = attached.items.find(({ sha256 }) => sha256 === digest);
    if (before) return say('exporter.documents.known', { name: file.name, other: before.name });
    const { name } = await upload<{ readonly name: string }>(`/applications/${caseId}/documents`, file, options);
    await client.invalidateQueries({ queryKey: caseKey(caseId) });
    return say('ui.upload.done', { name });
  };

  return (
    <>
      <FileUpload
        label={say('exporter.documents.attach')}
        hint={<Say id="exporter.documents.hint" />}
        accept={endings}
        send={send}
      />
      <h2>
        <Say id="exporter.documents.attached" />
      </h2>
      <Read query={documents}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={<Say id="exporter.documents.none" />} />
          ) : (
            <ul className="documents" aria-label={say('exporter.documents.attached')}>
              {items.map((document) => (
                <Attached key={document.documentId} caseId={caseId} document={document} />
              ))}
            </ul>
          )
        }
      </Read>
      <div className="form__end">
        <ButtonLink to={to}>
          <Say id={search === '' ? 'exporter.backToTasks' : 'exporter.backToAnswers'} />
        </ButtonLink>
      </div>
    </>
  );
};

const Attached = ({ caseId, document }: { readonly caseId: string; readonly document: AttachedDocument }) => {
  const { documentId, name, size, sha256, attachedAt, attachedBy, submitted } = document;
  return (
    <li className="documents__one">
      <div className="documents__head">
        <a href={`/api/v1/cases/${caseId}/documents/${documentId}`} download={name}>
          {name}
        </a>
        <Remove
          what={name}
          question={<Say id={submitted ? 'exporter.documents.removeSubmitted' : 'exporter.documents.remove'} />}
          command={() => ({ path: `/applications/${caseId}/documents/${documentId}/remove`, body: {} })}
        />
      </div>
      <p className="usa-hint">
        <Bytes value={size} /> · <Say id="exporter.documents.by" name={attachedBy} /> <Moment value={attachedAt} />
      </p>
      <p className="documents__digest">
        <Say id="exporter.documents.digest" /> <code>{sha256}</code>
      </p>
    </li>
  );
};
