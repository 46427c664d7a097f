import { Body, Controller, Get, HttpCode, Module, Param, Post, Res } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import type { Actor } from '@exeat/kernel';
import {
  ParkedFacts,
  RefusedCommands,
  ViewBuilder,
  ViewProgress,
  type BuildOptions,
  type BuildReport,
} from '@exeat/messaging';
import type { Response } from 'express';
import { z } from 'zod';
import { ClockSource } from '../clock/clock-source.js';
import { parseBody } from '../input/parse.js';
import { Documented, type AnswerOf } from '../openapi/documented.js';
import { problemError } from '../problems/problem-error.js';
import {
  buildLineSchema,
  listenersSchema,
  parkedFactsSchema,
  refusedCommandsSchema,
  retriedSchema,
} from './answers.js';

const retrySchema = z.strictObject({ listener: z.string().min(1).max(200), stream: z.string().min(1).max(200) });
const rebuildSchema = z.strictObject({
  acceptDifferences: z.boolean().default(false).describe('Swap although the rows differ: after a defect was mended.'),
});

type BuildLine = AnswerOf<typeof buildLineSchema>;

const lines = 'Answers with one JSON document a line: progress while it goes on, the report as the last.';

/** What those who run Exeat see and do: listeners, parked facts, rebuilding and verifying views. */
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly progress: ViewProgress,
    private readonly parked: ParkedFacts,
    private readonly refused: RefusedCommands,
    private readonly builder: ViewBuilder,
    private readonly clock: ClockSource,
  ) {}

  @Get('listeners')
  @Allow('operations:manage')
  @Documented({
    summary: 'How far every listener has read',
    response: listenersSchema,
  })
  async listeners(): Promise<AnswerOf<typeof listenersSchema>> {
    return { listeners: await this.progress.status() };
  }

  @Get('parked')
  @Allow('operations:manage')
  @Documented({
    summary: 'Facts that a listener could not apply',
    response: parkedFactsSchema,
  })
  async parkedFacts(): Promise<AnswerOf<typeof parkedFactsSchema>> {
    return { parked: await this.parked.list() };
  }

  @Post('parked/retry')
  @HttpCode(200)
  @Allow('operations:manage')
  @Documented({
    summary: "Try a stream's parked facts again, in order; recorded as a fact",
    body: retrySchema,
    response: retriedSchema,
  })
  async retry(@Body() body: unknown, @SignedIn() by: Actor): Promise<AnswerOf<typeof retriedSchema>> {
    const { listener, stream } = parseBody(retrySchema, body);
    const known = (await this.progress.status()).some((each) => each.listener === listener);
    if (!known) throw problemError(404, 'LISTENER_UNKNOWN', `There is no listener "${listener}".`);
    return this.parked.retry(listener, stream, { by, at: this.clock.now() });
  }

  @Get('refused-commands')
  @Allow('operations:manage')
  @Documented({
    summary: 'Commands asked for by a rule that were refused',
    response: refusedCommandsSchema,
  })
  async refusedCommands(): Promise<AnswerOf<typeof refusedCommandsSchema>> {
    return { refused: await this.refused.list() };
  }

  @Post('views/:view/rebuild')
  @HttpCode(200)
  @Allow('operations:manage')
  @Documented({
    summary: 'Build a view anew from history, compare, and put it in place',
    description: lines,
    body: rebuildSchema,
    response: buildLineSchema,
    media: 'application/x-ndjson',
  })
  rebuild(@Param('view') view: string, @Body() body: unknown, @Res() response: Response) {
    const { acceptDifferences } = parseBody(rebuildSchema, body ?? {});
    return this.tell(view, response, (options) => this.builder.rebuildView(view, { ...options, acceptDifferences }));
  }

  @Post('views/:view/verify')
  @HttpCode(200)
  @Allow('operations:manage')
  @Documented({
    summary: 'Prove that a view equals history; changes nothing',
    description: lines,
    response: buildLineSchema,
    media: 'application/x-ndjson',
  })
  verify(@Param('view') view: string, @Res() response: Response) {
    return this.tell(view, response, (options) => this.builder.verifyView(view, options));
  }

  private async tell(
    view: string,
    response: Response,
    build: (options: BuildOptions) => Promise<BuildReport>,
  ): Promise<void> {
    if (!this.builder.views.includes(view)) throw problemError(404, 'VIEW_UNKNOWN', `There is no view "${view}".`);
    const left = new AbortController();
    response.on('close', () => left.abort());
    response.type('application/x-ndjson');
    const line = (document: BuildLine) => response.write(`${JSON.stringify(document)}\n`);
    try {
      line({ report: await build({ onProgress: (progress) => line({ progress }), signal: left.signal }) });
    } catch (error) {
      // The answer has begun, so the failure is its last line; who reads it must look for the report.
      line({ failed: error instanceof Error ? error.message : String(error) });
    }
    response.end();
  }
}

@Module({ controllers: [OperationsController] })
export class OperationsModule {}
