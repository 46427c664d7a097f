import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import type { UploadOptions } from '../api/upload';
import { problemOf } from '../api/problems';
import { Say, useSay } from '../words/say';
import { Button } from './button';
import { ProblemText } from './states';

interface FileUploadProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Endings that the browser offers first, such as `.pdf,.png`; what is taken is decided where the file arrives. */
  readonly accept?: string;
  /** Sends one file and says what became of it. Throws `ApiProblem`, or an error with a sentence for people. */
  readonly send: (file: File, options: UploadOptions) => Promise<string>;
}

/** A file was not even sent, for a reason that can be told. */
export class NotSent extends Error {}

interface Upload {
  readonly key: string;
  readonly name: string;
  readonly state: 'sending' | 'done' | 'failed';
  readonly share: number;
  readonly said?: ReactNode;
}

/** Files by a button or dropped, one sent after the other, each with how far it is and what became of it. */
export const FileUpload = ({ label, hint, accept, send }: FileUploadProps) => {
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const zone = useRef<HTMLDivElement>(null);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [isOver, setOver] = useState(false);
  const line = useRef(Promise.resolve());
  const leave = useRef(new AbortController());
  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)));

  const take = (files: readonly File[]) => {
    for (const file of files) {
      const key = crypto.randomUUID();
      setUploads((all) => [...all, { key, name: file.name, state: 'sending', share: 0 }]);
      const { signal } = leave.current;
      line.current = line.current
        .then(() => send(file, { signal, onProgress: (share) => change(key, { share }) }))
        .then((said) => change(key, { state: 'done', share: 1, said }))
        .catch((error: unknown) =>
          change(key, {
            state: 'failed',
            said: error instanceof NotSent ? error.message : (sentenceOf(error) ?? <ProblemText error={error} />),
          }),
        );
    }
  };
  const takeDropped = useEffectEvent(take);

  useEffect(() => {
    const box = zone.current;
    if (!box) return undefined;
    const end = new AbortController();
    const listen = <Type extends 'dragover' | 'dragleave' | 'drop'>(type: Type, hear: (event: DragEvent) => void) =>
      box.addEventListener(type, hear, { signal: end.signal });
    listen('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', () => setOver(false));
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      takeDropped([...(event.dataTransfer?.files ?? [])]);
    });
    return () => end.abort();
  }, []);
  useEffect(() => {
    leave.current = new AbortController();
    return () => leave.current.abort();
  }, []);

  return (
    <div className="upload">
      <div ref={zone} className={`upload__zone${isOver ? ' upload__zone--over' : ''}`}>
        <p className="upload__label" id={id}>
          {label}
        </p>
        {hint !== undefined && (
          <p className="usa-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <p className="upload__choose">
          <Say id="ui.upload.drop" />{' '}
          <Button look="outline" describedBy={`${id} ${id}-hint`} onClick={() => input.current?.click()}>
            <Say id="ui.upload.choose" />
          </Button>
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          aria-labelledby={id}
          onChange={({ target }) => {
            take([...(target.files ?? [])]);
            // The same file can be chosen once more.
            target.value = '';
          }}
        />
      </div>
      <ul className="upload__files">
        {uploads
          .filter(({ state }) => state === 'sending')
          .map(({ key, name, share }) => (
            <li key={key}>
              <span>{say('ui.upload.sending', { name, percent: Math.round(share * 100) })}</span>
              <progress value={share} max={1} aria-label={name} />
            </li>
          ))}
      </ul>
      <div role="log" aria-label={label}>
        <ul className="upload__files">
          {uploads
            .filter(({ state }) => state !== 'sending')
            .map(({ key, name, state, said }) => (
              <li key={key} className={`upload__file upload__file--${state}`}>
                {state === 'done' ? said : <Say id="ui.upload.failed" name={name} sentence={said} />}
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
};

/** What the server said of the one file, as a part of a sentence; undefined where it said nothing of it. */
const sentenceOf = (error: unknown): string | undefined => {
  const { status, problems } = problemOf(error);
  return status >= 400 && status < 500 && status !== 401 && status !== 429 ? problems[0]?.sentence : undefined;
};
