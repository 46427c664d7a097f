import { createHash } from 'node:crypto';
import { UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { problemError } from '../problems/problem-error.js';

/** What every list can be asked: spread into the query schema of a route. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().min(1).max(2000).optional(),
};

export interface PageAsk {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Where a page ended: the sort key of its last row, and the log position the first page was read at. */
interface Cursor {
  readonly position: number;
  readonly after: readonly (string | number)[];
}

/** One page of a list. `next` is left out on the last. */
export class Page<Row> {
  constructor(
    readonly items: readonly Row[],
    /** The position in the log that the list was at when its first page was read. */
    readonly position: number,
    readonly next?: string,
  ) {}
}

export const pageSchema = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ items: z.array(row), position: z.int(), next: z.string().optional() });

/** What the columns of a sort key hold. */
export type SortKind = 'number' | 'text';

const kinds = {
  number: z.int(),
  text: z
    .string()
    .max(500)
    .regex(/^[^\0]*$/),
};

const cursorSchema = z.strictObject({ position: z.int().min(0), after: z.array(z.unknown()), list: z.string() });

/** A cursor goes on only in the list it came from: the same question with the same filters, by the same reader. */
const listDigest = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 16);

/**
 * Where to go on; undefined for the first page. A cursor is not signed, so whoever changes one by hand reads no more than
 * the list shows them; what the columns of its sort key cannot hold is refused here, before the database has to.
 * Throws 400 INVALID_CURSOR.
 */
export const cursorIn = ({ cursor }: PageAsk, list: unknown, sortKey: readonly SortKind[]): Cursor | undefined => {
  if (cursor === undefined) return undefined;
  const { data } = cursorSchema.safeParse(jsonIn(cursor));
  if (data?.list === listDigest(list) && isSortKey(data.after, sortKey)) return { ...data, after: data.after };
  throw problemError(
    400,
    'INVALID_CURSOR',
    'This cursor does not belong to this list. Follow the "next" link of a page, or start again without a cursor.',
  );
};

const isSortKey = (after: readonly unknown[], sortKey: readonly SortKind[]): after is Cursor['after'] =>
  after.length === sortKey.length && sortKey.every((kind, index) => kinds[kind].safeParse(after[index]).success);

const jsonIn = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** The page out of up to `limit + 1` rows: the row too many tells that there is a next page. */
export const pageOf = <Row>(
  rows: readonly Row[],
  { limit }: PageAsk,
  list: unknown,
  position: number,
  sortKey: (row: Row) => Cursor['after'],
): Page<Row> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return new Page(items, position);
  const cursor = { position, after: sortKey(last), list: listDigest(list) };
  return new Page(items, position, Buffer.from(JSON.stringify(cursor)).toString('base64url'));
};

/** Sets `Link: <...>; rel="next"` where an answer is a page that has a next one. */
class LinkToNext implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof Page && answer.next !== undefined) {
          const { originalUrl } = http.getRequest<Request>();
          const [path = '', query] = originalUrl.split('?');
          const asked = new URLSearchParams(query);
          asked.set('cursor', answer.next);
          http.getResponse<Response>().setHeader('Link', `<${path}?${asked.toString()}>; rel="next"`);
        }
        return answer;
      }),
    );
  }
}

/** On a route that answers with a `Page`. */
export const Paged = (): MethodDecorator => UseInterceptors(LinkToNext);
