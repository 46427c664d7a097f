import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { Readable } from 'node:stream';

interface FileOnItsWay {
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** What the `ETag` says: the same for the same bytes. */
  readonly digest: string;
  readonly content: Readable;
}

/**
 * A file as an answer, to be saved and never to be run or shown in our name: whoever made it may mean harm. Where the
 * content fails on its way the connection is cut, so half a file does not pass for the whole.
 */
export class FileAnswer {
  constructor(private readonly file: FileOnItsWay) {}

  /** Sets the headers; gives what Nest sends. */
  sentBy(response: Response): StreamableFile {
    const { name, mediaType, size, digest, content } = this.file;
    response.setHeader('ETag', `"${digest}"`);
    response.setHeader('Content-Security-Policy', 'sandbox');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const sent = new StreamableFile(content, { type: mediaType, disposition: attachmentNamed(name), length: size });
    return sent.setErrorHandler(() => void response.destroy());
  }
}

/** `Content-Disposition` (RFC 6266): the name as it is by RFC 5987, and near it for clients that do not know that. */
export const attachmentNamed = (name: string): string => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
};
