import { describe, expect, it } from '@jest/globals';
import type { Fact, Recorded } from '@exeat/kernel';
import { aContent, aPerson } from '@exeat/kernel/spec';
import { registered, returned, saved, started, submitted } from './domain/submission.fixtures.js';
import { savedDraftSchema, savesIn } from './read-drafts.js';

const mei = aPerson('Mei Lin', 'exporter', 'northlight');
const at = '2026-08-03T09:00:00.000Z';

const recorded = (facts: readonly Fact[]): readonly Recorded[] =>
  facts.map(({ type, data }, index) => ({
    ...{ type, data, position: 10 + index, stream: 'submission-1', version: index + 1, factId: `f${index}` },
    ...{ caseId: '1', schemaVersion: 1, recordedAt: at, meta: { actor: mei, at, commandId: 'c', correlationId: 'c' } },
  }));

describe('the saves of a draft', () => {
  it('tell what each was about, and the whole draft after it', () => {
    const saves = savesIn(recorded([started, saved({ exportFrom: 'US' }), saved({ endUse: 'Training of models.' })]));
    expect(saves.map(({ position, version, saved: about, sections }) => [position, version, about, sections])).toEqual([
      [11, 2, ['exportFrom'], { exportFrom: 'US' }],
      [12, 3, ['endUse'], { exportFrom: 'US', endUse: 'Training of models.' }],
    ]);
    expect(saves[0]).toMatchObject({ at, by: { id: mei.id, name: 'Mei Lin' } });
  });

  it('go on from what was submitted where the application came back', () => {
    const history = [
      started,
      saved(aContent()),
      submitted(),
      registered(),
      returned,
      saved({ endUse: 'Clearer now.' }),
    ];
    const [, last] = savesIn(recorded(history));
    expect(last?.saved).toEqual(['endUse']);
    expect(last?.sections).toEqual(aContent({ endUse: 'Clearer now.' }));
  });

  it('are answered as they are documented', () =>
    savesIn(recorded([started, saved(aContent())])).forEach((save) =>
      expect(savedDraftSchema.safeParse(save)).toMatchObject({ success: true }),
    ));

  it('are none before the first', () => expect(savesIn(recorded([started]))).toEqual([]));
});
