import { AnnouncingEventStore, MessagingModule, silent, ViewProgress } from '@exeat/messaging';
import { EventStore, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { isRefusal, type Done } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { ClockSource, SystemClock } from '@exeat/service-host';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { v7 } from 'uuid';
import { contexts, factLists, views } from '../../apps/platform/src/parts.js';
import { SubmissionRequest } from '../../libs/contexts/submission/src/submission.handler.js';
import { aContent, aPerson, northlight } from '../../libs/kernel/src/spec/trade.js';
import { percentile } from './load.js';
import type { Part } from './part.js';
import { withPool } from './server.js';

const perSecond = 200;
const warmUpSeconds = 5;
const seconds = 20;

/**
 * From the moment a command is sent until the views show its facts, while commands come at an even pace whatever the
 * answers take. Everything that listens runs in this process: all views, the reactions of all contexts, due times.
 */
export const lag: Part = async ({ emptyDatabase, progress, beforeEnd }) => {
  const { appUrl } = await emptyDatabase();
  return withPool(appUrl, async (pool) => {
    const app = await startListening(appUrl, pool);
    const close = beforeEnd(() => app.close());
    const submit = submitting(app);
    progress(`lag: warming up, ${perSecond} commands/s`);
    await atEvenPace(warmUpSeconds * perSecond, submit);
    progress(`lag: ${perSecond} commands/s for ${seconds} s`);
    const measured = await atEvenPace(seconds * perSecond, submit);
    await close();
    const of = (each: keyof Lag, share: number) =>
      percentile(
        measured.map((one) => one[each]),
        share,
      );
    const line = (name: string, each: keyof Lag, share: number, promised = false) => ({
      ...{ name, figure: of(each, share), unit: 'ms' },
      floor: { name: 'answer', figure: of('answered', share) },
      ...(promised && { promise: { of: 'figure' as const, below: 10 } }),
    });
    return [
      line(`submit to case-overview at ${perSecond}/s, p50`, 'shown', 0.5, true),
      line(`submit to case-overview at ${perSecond}/s, p99`, 'shown', 0.99),
      line(`submit to the last of all views, p50`, 'everywhere', 0.5),
      line(`submit to the last of all views, p99`, 'everywhere', 0.99),
    ];
  });
};

/** Milliseconds since the command was sent. */
interface Lag {
  readonly answered: number;
  readonly shown: number;
  readonly everywhere: number;
}

@Module({})
class Listening {
  static of(appUrl: string, pool: pg.Pool): DynamicModule {
    const store = new AnnouncingEventStore(new PostgresEventStore(pool, new FactRegistry(...factLists)));
    const providers = [
      { provide: EventStore, useValue: store },
      { provide: ClockSource, useValue: new SystemClock() },
      { provide: Policy, useFactory: () => new Policy() },
    ];
    return {
      module: Listening,
      imports: [
        { module: Everywhere, global: true, providers, exports: providers },
        MessagingModule.forRoot({ views, contexts, databaseUrl: appUrl, clock: ClockSource, log: silent }),
        ...contexts.map(({ module }) => module),
      ],
    };
  }
}

@Module({})
class Everywhere {}

const startListening = (appUrl: string, pool: pg.Pool): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(Listening.of(appUrl, pool), { logger: ['warn', 'error'], abortOnError: false });

const by = aPerson('Ines Moreau', 'exporter', northlight.companyId);
const steps = [
  { type: 'StartDraft', data: { applicant: northlight, reference: 'PO-1' } },
  { type: 'SaveDraft', data: { sections: { exportFrom: 'US', endUse: aContent().endUse } } },
  { type: 'SaveDraft', data: { sections: aContent() } },
  { type: 'SubmitApplication', data: { signatory: by.name, capacity: 'Director' } },
] as const;

/**
 * An exporter's way to a submitted application, four commands a case, each case by its own; what the other contexts
 * make of it (its number, the technical review) comes on top.
 */
const submitting = (app: INestApplicationContext): (() => Promise<Lag>) => {
  const [bus, progress, clock] = [app.get(CommandBus), app.get(ViewProgress), app.get(ClockSource)];
  const started = 50;
  const cases: string[] = [];
  let sent = 0;
  return async () => {
    const index = sent++;
    // Steps of one case lie far enough apart for its last one to be answered.
    const step = Math.floor(index / started) % steps.length;
    const place = Math.floor(index / (started * steps.length)) * started + (index % started);
    const caseId = (cases[place] ??= v7());
    const asked = steps[step] ?? steps[0];
    const began = performance.now();
    const since = () => performance.now() - began;
    const commandId = v7();
    const outcome = await bus.execute(
      new SubmissionRequest(caseId, { ...asked, by, at: clock.now() }, { commandId, correlationId: commandId }),
    );
    const answered = since();
    const { position } = carriedOut(outcome);
    const waits = views.map(async ({ name }) => {
      if (!(await progress.waitFor(name, position, 20_000))) throw new Error(`${name} never showed it.`);
      return [name, since()] as const;
    });
    const shown = new Map(await Promise.all(waits));
    return { answered, shown: shown.get('case-overview') ?? Number.NaN, everywhere: Math.max(...shown.values()) };
  };
};

const carriedOut = (outcome: Awaited<ReturnType<CommandBus['execute']>>): Done => {
  const answer = outcome as Done;
  if (isRefusal(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer;
};

const atEvenPace = async (count: number, work: () => Promise<Lag>): Promise<readonly Lag[]> => {
  const began = performance.now();
  const all: Promise<Lag>[] = [];
  while (all.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - began) / 1000) * perSecond));
    while (all.length < due) {
      const one = work();
      // Awaited at the end: an error must not count as unhandled until then.
      one.catch(() => undefined);
      all.push(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(all);
};
