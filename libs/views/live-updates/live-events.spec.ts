import { describe, expect, it } from '@jest/globals';
import { system, type Recorded } from '@exeat/kernel';
import type { Reader } from '../access/reader.js';
import { liveEvents } from './live-events.js';

const mine = '00000000-0000-4000-8000-000000000001';
const theirs = '00000000-0000-4000-8000-000000000002';
const unsubmitted = '00000000-0000-4000-8000-000000000003';

const fact = (position: number, caseId: string, type: string, data: unknown): Recorded => ({
  position,
  stream: `licence-D${position}`,
  version: 1,
  factId: `01890000-0000-7000-8000-00000000000${position}`,
  caseId,
  type,
  schemaVersion: 1,
  data,
  meta: {
    actor: { ...system('spec'), name: 'Ada Reyes' },
    at: '2026-02-10T12:00:00.000Z',
    commandId: 'c',
    correlationId: 'c',
  },
  recordedAt: '2026-02-10T12:00:00.000000Z',
});

const facts = [
  fact(1, mine, 'LicenceExpired', { licenceNumber: 'D1' }),
  fact(2, theirs, 'LicenceExpired', { licenceNumber: 'D2' }),
  fact(3, mine, 'ProposalSentBack', { reason: 'not enough', countersigner: { id: 'x', name: 'X' } }),
  fact(4, mine, 'SomethingOperational', {}),
  fact(5, mine, 'LicenceExhausted', { licenceNumber: 'D1' }),
  fact(6, mine, 'DraftSaved', { changes: { endUse: 'Inference.' } }),
  fact(7, unsubmitted, 'ApplicationWithdrawn', { reason: 'Never sent.' }),
];

/** What a reader hears until the log has nothing more. */
const heard = async (reader: Reader, from = 0): Promise<string[]> => {
  const end = new AbortController();
  const sources = {
    log: { read: async (after: number) => facts.filter(({ position }) => position > after) },
    tail: {
      beyond: async () => {
        end.abort();
        return false;
      },
    },
    companies: {
      of: async (caseId: string) => (caseId === mine ? 'northgate' : 'blueharbor'),
      submittedAt: async (caseId: string) => (caseId === unsubmitted ? undefined : 0),
    },
  };
  const events: string[] = [];
  for await (const event of liveEvents(sources, reader, from, end.signal)) events.push(event);
  return events;
};

const ids = (events: readonly string[]) =>
  events.filter((event) => event.includes('data:')).map((event) => Number(/^id: (\d+)/.exec(event)?.[1]));

describe('live updates', () => {
  it('tell the authority of what is published of submitted cases, except drafts, by its sentence', async () => {
    const events = await heard({ sees: 'every-company' });
    expect(ids(events)).toEqual([1, 2, 3, 5]);
    expect(events[1]).toBe(
      `id: 1\ndata: {"caseId":"${mine}","type":"LicenceExpired","sentence":"Licence D1 expired"}\n\n`,
    );
  });
  it('tell an applicant of their own company’s cases, and only what applicants may know', async () =>
    expect(ids(await heard({ sees: 'own-company', companyId: 'northgate' }))).toEqual([1, 5, 6]));
  it('tell nobody else anything', async () => expect(ids(await heard({ sees: 'nothing' }))).toEqual([]));
  it('go on after the last event that was heard', async () =>
    expect(ids(await heard({ sees: 'every-company' }, 3))).toEqual([5]));
  it('move the id on past facts that were not for the reader', async () =>
    expect((await heard({ sees: 'own-company', companyId: 'blueharbor' })).at(-1)).toBe('id: 7\n\n'));
});
