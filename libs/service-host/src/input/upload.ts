import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Problem } from '@exeat/kernel';
import busboy from 'busboy';
import type { Request, RequestHandler } from 'express';
import type { Readable } from 'node:stream';
import { ProblemError, problemError } from '../problems/problem-error.js';
import { formOf, type Route } from '../http/routes.js';

export const UPLOAD = 'exeat:upload';

/** What a form may hold besides the file before it is not read any further. */
const limits = { files: 4, fields: 10, parts: 12, fieldNameSize: 200, fieldSize: 1_000, headerPairs: 20 };

/**
 * Does something with the one file of a form while it comes in. The content ends only when the whole form was as it
 * should be, and throws otherwise, so whoever keeps it can throw it away.
 */
type Keep<Kept> = (filename: string, content: AsyncIterable<Buffer>) => Promise<Kept>;

/** A file on its way, as one field of a form (multipart/form-data, RFC 7578). Nothing of it was read yet. */
export class Upload {
  constructor(
    private readonly request: Request,
    private readonly field: string,
  ) {}

  /** How many bytes the request says it has, the form's own lines included; undefined where it does not say. */
  get announcedBytes(): number | undefined {
    const { 'content-length': length } = this.request.headers;
    return length === undefined ? undefined : Number(length);
  }

  /**
   * Reads the form. Throws what `keep` throws; 415 UNSUPPORTED_MEDIA_TYPE, 400 MALFORMED_FORM, and 422 INVALID_FIELDS with
   * every problem where there is not exactly the one file. The rest of a request that is turned down is read and dropped.
   */
  async receive<Kept>(keep: Keep<Kept>): Promise<Kept> {
    const { request, field } = this;
    const form = openForm(request);
    const problems: Problem<'INVALID_FIELDS'>[] = [];
    const kept: { file?: Promise<Kept> } = {};

    const ended = new Promise<void>((resolve, reject) => {
      form.once('finish', resolve);
      form.on('error', () => reject(malformed()));
      request.on('error', () => reject(brokenOff()));
      request.once('close', () => request.complete || reject(brokenOff()));
      if (request.destroyed && !request.complete) reject(brokenOff());
    });
    // Nobody may be waiting for it yet; whoever does is told.
    ended.catch(() => undefined);

    const failed = new Promise<never>((_, reject) => {
      form.on('file', (name, file: Readable, { filename }) => {
        // A part that is not read to its end would hold up the rest.
        file.on('error', () => undefined);
        if (name !== field) problems.push(unknown(name));
        else if (kept.file) problems.push(wrong(field, 'Only one file can be sent at a time.'));
        else {
          kept.file = keep(filename ?? '', whole(file, ended, problems));
          kept.file.catch(reject);
          return;
        }
        file.resume();
      });
      form.on('field', (name) => problems.push(unknown(name)));
    });

    try {
      request.pipe(form);
      await Promise.race([ended, failed]);
      if (kept.file) return await kept.file;
      throw invalid([wrong(field, 'Is missing: send the file in this field.'), ...problems]);
    } finally {
      request.unpipe(form);
      form.destroy();
      request.resume();
      // What was begun has been undone when the answer goes out.
      await Promise.allSettled([kept.file]);
    }
  }
}

/** The file's bytes, and then the verdict on the form around them. */
const whole = async function* (
  file: Readable,
  ended: Promise<void>,
  problems: readonly Problem<'INVALID_FIELDS'>[],
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of file) yield chunk as Buffer;
  } catch {
    await ended;
    throw malformed();
  }
  await ended;
  if (problems.length > 0) throw invalid(problems);
};

const openForm = (request: Request): busboy.Busboy => {
  const type = request.is('multipart/form-data');
  if (type === null) throw invalid([wrong('', 'Is missing: send the file as a form.')]);
  if (type === false) throw problemError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the file as multipart/form-data.');
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8', preservePath: true });
  } catch {
    throw malformed();
  }
};

const malformed = () => problemError(400, 'MALFORMED_FORM', 'The form is not well-formed multipart/form-data.');
const brokenOff = () => problemError(400, 'UPLOAD_BROKEN_OFF', 'The upload broke off before its end.');
const invalid = ([first, ...others]: readonly Problem<'INVALID_FIELDS'>[]) =>
  new ProblemError([first ?? wrong('', 'Is missing.'), ...others], { status: 422 });
const wrong = (field: string, sentence: string): Problem<'INVALID_FIELDS'> => ({
  code: 'INVALID_FIELDS',
  sentence,
  pointer: field === '' ? '' : `/${field.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`,
});
const unknown = (name: string | undefined) => wrong(name ?? '', `"${(name ?? '').slice(0, 100)}" is not a field here.`);

const fromRequest = createParamDecorator(
  (field: string, context: ExecutionContext) => new Upload(context.switchToHttp().getRequest<Request>(), field),
);

/** The one file that a request brings, in a field of a form: `@UploadOf('file') upload: Upload`. */
export const UploadOf =
  (field: string): ParameterDecorator =>
  (target, method, index) => {
    fromRequest(field)(target, method, index);
    const handler: unknown = method === undefined ? undefined : Reflect.get(target, method);
    if (typeof handler === 'function') Reflect.defineMetadata(UPLOAD, field, handler);
  };

/** Leaves the bodies of requests that bring a file to their routes, and reads the others with `reader`. */
export const exceptUploads = (routes: readonly Route[], reader: RequestHandler): RequestHandler => {
  const forms = routes
    .filter(({ handler }) => Reflect.hasMetadata(UPLOAD, handler))
    .map(({ method, path }) => ({ method, form: formOf(path) }));
  return (request, response, next) =>
    forms.some(({ method, form }) => method === request.method && form.test(request.path))
      ? next()
      : reader(request, response, next);
};
