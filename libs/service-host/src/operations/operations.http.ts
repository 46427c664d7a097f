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
import { Documented } from '../openapi/documented.js';
import { problemError } from '../problems/problem-error.js';

const listenerSchema = z.object({
  listener: z.string(),
  kind: z.string(),
  version: z.string(),
  position: z.int(),
  lag: z.int().describe('Facts that it has not read yet.'),
  state: z.string(),
  reason: z.string().optional(),
  parked: z.int(),
  buildingAt: z.int().optional(),
});

const parkedSchema = z.object({
  listener: z.string(),
  version: z.string(),
  position: z.int(),
  stream: z.string(),
  caseId: z.string(),
  error: z.string(),
  attempts: z.int(),
  parkedAt: z.string(),
});

const retrySchema = z.strictObject({ listener: z.string().min(1).max(200), stream: z.string().min(1).max(200) });
const rebuildSchema = z.strictObject({
  acceptDifferences: z.boolean().default(false).describe('Swap although the rows differ: after a defect was mended.'),
});

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
    response: z.object({ listeners: z.array(listenerSchema) }),
  })
  async listeners() {
    return { listeners: await this.progress.status() };
  }

  @Get('parked')
  @Allow('operations:manage')
  @Documented({
    summary: 'Facts that a listener could not apply',
    response: z.object({ parked: z.array(parkedSchema) }),
  })
  async parkedFacts() {
    return { parked: await this.parked.list() };
  }

  @Post('parked/retry')
  @HttpCode(200)
  @Allow('operations:manage')
  @Documented({ summary: "Try a stream's parked facts again, in order; recorded as a fact", body: retrySchema })
  async retry(@Body() body: unknown, @SignedIn() by: Actor) {
    const { listener, stream } = parseBody(retrySchema, body);
    const known = (await this.progress.status()).some((each) => each.listener === listener);
    if (!known) throw problemError(404, 'LISTENER_UNKNOWN', `There is no listener "${listener}".`);
    return this.parked.retry(listener, stream, { by, at: this.clock.now() });
  }

  @Get('refused-commands')
  @Allow('operations:manage')
  @Documented({
    summary: 'Commands asked for by a rule that were refused',
    response: z.object({ refused: z.array(z.looseObject({})) }),
  })
  async refusedCommands() {
    return { refused: await this.refused.list() };
  }

  @Post('views/:view/rebuild')
  @HttpCode(200)
  @Allow('operations:manage')
  @Documented({
    summary: 'Build a view anew from history, compare, and put it in place',
    description: lines,
    body: rebuildSchema,
  })
  rebuild(@Param('view') view: string, @Body() body: unknown, @Res() response: Response) {
    const { acceptDifferences } = parseBody(rebuildSchema, body ?? {});
    return this.tell(view, response, (options) => this.builder.rebuildView(view, { ...options, acceptDifferences }));
  }

  @Post('views/:view/verify')
  @HttpCode(200)
  @Allow('operations:manage')
  @Documented({ summary: 'Prove that a view equals history; changes nothing', description: lines })
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
    const line = (document: object) => response.write(`${JSON.stringify(document)}\n`);
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
