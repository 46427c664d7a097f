import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import type { Actor } from '@exeat/kernel';
import { Documented, problemError, Readiness } from '@exeat/service-host';
import type { Response } from 'express';
import { z } from 'zod';
import { CaseCompanies } from '../access/case-companies.js';
import { readerOf } from '../access/reader.js';
import { liveEvents } from './live-events.js';
import { LiveTail } from './live-tail.js';

/** After this the client comes back by itself, and what it may see is asked anew. */
const longestMs = 10 * 60_000;

const eventSchema = z.strictObject({ caseId: z.string(), type: z.string(), sentence: z.string() });

@Controller('live')
export class LiveUpdatesController {
  constructor(
    private readonly store: EventStore,
    private readonly tail: LiveTail,
    private readonly companies: CaseCompanies,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @Allow('case:read')
  @Documented({
    summary: 'What happens, as it happens (server-sent events)',
    description:
      'Event ids are positions in the log; a client that sends the last one as Last-Event-ID misses nothing. ' +
      'The data of each event is as told here. Applicants hear what they may know of their own company’s cases.',
    response: eventSchema,
    media: 'text/event-stream',
    refusals: ['INVALID_LAST_EVENT_ID'],
  })
  async live(
    @Headers('last-event-id') last: string | undefined,
    @SignedIn() by: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const from = await this.startAfter(last);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    // A server that stops waits for its connections to end: this one would stay.
    const signal = AbortSignal.any([gone.signal, this.readiness.stopping, AbortSignal.timeout(longestMs)]);
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Proxies that collect answers would hold events back.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    const sources = { log: this.store, tail: this.tail, companies: this.companies };
    try {
      // The pipeline waits for a slow client, so nothing piles up here.
      await pipeline(Readable.from(liveEvents(sources, readerOf(by), from, signal)), response);
    } catch (error) {
      // The headers are out: all that can be said is to end. A client that went away is no failure.
      if (!gone.signal.aborted) response.destroy(error instanceof Error ? error : undefined);
    }
  }

  /** The position to go on from; the end of the log for a client that is new, or ahead of a restored store. */
  private async startAfter(last: string | undefined): Promise<number> {
    const { position: end } = await this.store.head();
    if (last === undefined || last === '') return end;
    if (!/^\d{1,15}$/.test(last))
      throw problemError(400, 'INVALID_LAST_EVENT_ID', 'Last-Event-ID is the id of an event: a position in the log.');
    return Math.min(Number(last), end);
  }
}
