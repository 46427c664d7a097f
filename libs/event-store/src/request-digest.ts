import { createHash } from 'node:crypto';
import type { Command } from '@exeat/kernel';
import canonicalize from 'canonicalize';

/** SHA-256 over the canonical JSON (RFC 8785) of a value, in hexadecimal. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** What makes two requests the same: the stream, what is asked, and who asks. Not when: a retry comes later. */
export const requestDigest = (stream: string, { type, data, by }: Command): string =>
  digestOf([stream, type, data, by.id, by.organisation]);
