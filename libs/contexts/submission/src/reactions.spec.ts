import { describe, expect, it } from '@jest/globals';
import type { Fact, Recorded } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { reactions } from './reactions.js';

const at = '2026-08-03T09:00:00.000Z';
const recorded = (type: string, data: unknown): Recorded<Fact> => ({
  position: 7,
  stream: 'licensing-c',
  version: 3,
  factId: '0199d3a0-0000-7000-8000-000000000007',
  caseId: '0199d3a0-0000-4000-8000-00000000000c',
  type,
  schemaVersion: 1,
  data,
  meta: { actor: aPerson('Olu Ade', 'licensing-officer'), at, commandId: 'c-1', correlationId: 'k-1' },
  recordedAt: '2026-08-03T09:00:01.000000Z',
});
const asked = (type: string, data: unknown) =>
  reactions.filter(({ on }) => on === type).map(({ ask }) => ask(recorded(type, data)));

describe('reactions of submission', () => {
  it('have the application registered at the moment of its submission, by Exeat', () =>
    expect(asked('ApplicationSubmitted', { round: 2 })).toMatchObject([
      {
        caseId: '0199d3a0-0000-4000-8000-00000000000c',
        command: { type: 'RegisterApplication', data: { round: 2 }, by: { id: 'system:submission' }, at },
        envelope: { correlationId: 'k-1', causationId: '0199d3a0-0000-7000-8000-000000000007' },
      },
    ]));
  it('ask the same under the same id, however often the fact is delivered', () =>
    expect(asked('ApplicationSubmitted', { round: 1 })).toEqual(asked('ApplicationSubmitted', { round: 1 })));
  it.each([
    ['LicenceGranted', { licenceNumber: 'D0000001' }, { outcome: 'licensed', licenceNumber: 'D0000001' }],
    ['ApplicationDenied', {}, { outcome: 'denied' }],
    ['NoLicenceRequiredConfirmed', {}, { outcome: 'no-licence-required' }],
  ])('close the case by %s', (type, data, closing) =>
    expect(asked(type, data)).toMatchObject([{ command: { type: 'CloseApplication', data: closing } }]),
  );
  it('have a name each', () => expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length));
});
