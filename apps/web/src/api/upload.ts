import { ownActs } from './position';
import { problemFrom } from './problems';

export interface UploadOptions {
  /** From 0 to 1, as the bytes leave. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends one file as a form. By XMLHttpRequest: `fetch` does not tell how much has been sent. Throws `ApiProblem`; one with
 * status 0 where it was given up or no answer came.
 */
export const upload = <Answer>(path: string, file: File, { onProgress, signal }: UploadOptions = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open('POST', `/api/v1${path}`);
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.setRequestHeader('If-Match', '*');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 400) return reject(problemFrom(request.status, request.response));
      ownActs.heard(request.getResponseHeader('Exeat-Position'));
      resolve(request.response as Answer);
    };
    const noAnswer = () => reject(problemFrom(0, undefined));
    request.onerror = noAnswer;
    request.onabort = noAnswer;
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
