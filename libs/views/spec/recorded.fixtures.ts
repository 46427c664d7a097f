import { daysAfter, system, type Actor, type Fact, type FactMeta, type Recorded } from '@exeat/kernel';
import { v5 } from 'uuid';

/** A fact of a case, before it has a place in the log. */
export interface Step {
  readonly caseId: string;
  readonly stream: string;
  readonly fact: Fact;
  readonly by?: Actor;
  /** Days after the first moment of the history. */
  readonly day?: number;
}

const namespace = '6f6c1f0e-7a0f-5d7b-9c7e-2f4f1f0a9a11';
/** A uuid that follows from a name. */
export const idOf = (name: string): string => v5(name, namespace);

/** The steps as the store gives them back: dense positions, versions by stream, moments that never go back. */
export const recordAll = (steps: readonly Step[]): readonly Recorded[] => {
  const versions = new Map<string, number>();
  let day = 0;
  return steps.map(({ caseId, stream, fact, by = system('spec'), day: asked = 0 }, index) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    day = Math.max(day, asked);
    const at = daysAfter('2026-01-05T09:00:00.000Z', day);
    const meta: FactMeta = { actor: by, at, commandId: idOf(`c${index}`), correlationId: idOf(`c${index}`) };
    return {
      position: index + 1,
      stream,
      version,
      factId: idOf(`f${index}`),
      caseId,
      type: fact.type,
      schemaVersion: 1,
      data: fact.data,
      meta,
      recordedAt: at.replace('Z', '000Z'),
    };
  });
};
