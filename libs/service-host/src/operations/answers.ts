import { z } from 'zod';

const listenerSchema = z.strictObject({
  listener: z.string(),
  kind: z.enum(['view', 'deadlines', 'reactions']),
  version: z.string(),
  position: z.int(),
  lag: z.int().describe('Facts that it has not read yet.'),
  state: z.enum(['running', 'stopped', 'fenced', 'building']),
  reason: z.string().optional(),
  parked: z.int(),
  buildingAt: z.int().optional(),
});

const parkedSchema = z.strictObject({
  listener: z.string(),
  version: z.string(),
  position: z.int(),
  stream: z.string(),
  caseId: z.string(),
  error: z.string(),
  attempts: z.int(),
  parkedAt: z.string(),
});

export const retriedSchema = z.strictObject({
  listener: z.string(),
  stream: z.string(),
  applied: z.array(z.int()).describe('Positions that are applied now.'),
  waiting: z.int(),
  error: z.string().optional().describe('Why the first of those that still wait does.'),
});

const refusedSchema = z.strictObject({
  source: z.string().describe('The listener, or `deadlines-` and a context.'),
  subject: z.string().describe('What it was asked for: a fact and a reaction, or a deadline.'),
  caseId: z.string(),
  command: z.string(),
  codes: z.array(z.string()),
  sentence: z.string(),
  attempts: z.int(),
  lastAt: z.string(),
  asksAgainAt: z.string().optional().describe('Left out where it is not asked again.'),
});

export const listenersSchema = z.strictObject({ listeners: z.array(listenerSchema) });
export const parkedFactsSchema = z.strictObject({ parked: z.array(parkedSchema) });
export const refusedCommandsSchema = z.strictObject({ refused: z.array(refusedSchema) });

const progressSchema = z.strictObject({
  view: z.string(),
  done: z.int().describe('Facts read, of `total`.'),
  total: z.int(),
  factsPerSecond: z.number(),
  secondsLeft: z.number(),
});

/** Rows of whichever view it is. */
const rowSchema = z.record(z.string(), z.unknown());

const reportSchema = z.strictObject({
  view: z.string(),
  position: z.int().describe('The rows are those of history up to here.'),
  facts: z.int(),
  seconds: z.number(),
  factsPerSecond: z.number(),
  parkedStreams: z.int(),
  comparison: z
    .strictObject({
      equal: z.boolean(),
      liveRows: z.int(),
      builtRows: z.int(),
      different: z.int(),
      first: z
        .strictObject({ key: z.string(), live: rowSchema.optional(), built: rowSchema.optional() })
        .optional()
        .describe('The first row that differs, as it is on each side.'),
    })
    .optional(),
  notCompared: z.string().optional().describe('Why there was nothing to compare with.'),
  swapped: z.boolean(),
});

/** One line of a build: progress, and as the last line the report or why there is none. */
export const buildLineSchema = z.union([
  z.strictObject({ progress: progressSchema }),
  z.strictObject({ report: reportSchema }),
  z.strictObject({ failed: z.string() }),
]);
