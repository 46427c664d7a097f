import { addDays, dayOf, type Clock } from '@exeat/kernel';
import { b300 } from './cases/b300.js';
import { h20 } from './cases/h20.js';
import { h200 } from './cases/h200.js';
import { mi325x } from './cases/mi325x.js';
import { rtx4090d } from './cases/rtx-4090-d.js';
import { cast } from './cast.js';
import type { CaseRun, DemoCase, Scene } from './scene.js';
import { Stage, type SignIn } from './stage.js';

export const demoCases: readonly DemoCase[] = [h20, h200, b300, rtx4090d, mi325x];

/** How long ago, in days, the play begins. Its last scene is a few days before the present. */
const playLength = 290;

export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly title: string;
}

export interface Played {
  readonly case: DemoCase;
  readonly caseId: string;
  readonly timeline: readonly { readonly at: string; readonly sentence: string }[];
}

/**
 * Plays the five cases through the HTTP API, in the order of their days, and gives each one's timeline. Safe to repeat
 * and to resume. Throws with the server's answer where a scene does not go as written.
 */
export const playDemo = async (
  signIn: SignIn,
  present: Clock,
  onProgress: (progress: Progress) => void,
): Promise<readonly Played[]> => {
  const firstDay = await findFirstDay(signIn, addDays(dayOf(present.now()), -playLength));
  const stage = new Stage(signIn, firstDay);
  const runs = demoCases.map((each): CaseRun => ({ case: withDay(each, firstDay), caseId: '', licenceNumber: '' }));
  const scenes = runs
    .flatMap((run) => run.case.scenes.map((scene): readonly [Scene, CaseRun] => [scene, run]))
    .sort(([one], [other]) => one.day - other.day);
  for (const [index, [scene, run]] of scenes.entries()) {
    onProgress({ done: index, of: scenes.length, title: `${stage.day(scene.day)}  ${run.case.name}: ${scene.title}` });
    await stage.turnClock(scene.day);
    await scene.play(stage, run);
  }
  await stage.releaseClock();
  onProgress({ done: scenes.length, of: scenes.length, title: 'The clock is back at the present' });
  return Promise.all(runs.map((run) => tell(stage, run)));
};

const tell = async (stage: Stage, run: CaseRun): Promise<Played> => {
  // The state of a case tells an auditor every fact, those of its draft included.
  const { body } = await stage.read<{ facts: Played['timeline'] }>(
    cast.auditor,
    `/api/v1/applications/${run.caseId}/state`,
  );
  const timeline = body.facts.map(({ at, sentence }) => ({ at, sentence }));
  return { case: run.case, caseId: run.caseId, timeline };
};

// The first day stands in the exporter's own references, so that a play resumed on a later day keeps its dates.
const withDay = (each: DemoCase, firstDay: string): DemoCase => ({
  ...each,
  reference: `${each.reference} / demo ${firstDay}`,
});

const findFirstDay = async (signIn: SignIn, otherwise: string): Promise<string> => {
  const exporter = await signIn(cast.blueHarborCompliance);
  for (let cursor = ''; ;) {
    const response = await exporter(`/api/v1/my-cases?limit=100${cursor}`);
    if (!response.ok)
      throw new Error(`The cases of the play cannot be read: ${response.status} ${await response.text()}`);
    const { items, next } = (await response.json()) as { items: readonly { reference: string }[]; next?: string };
    const begun = items.map(({ reference }) => / \/ demo (\d{4}-\d{2}-\d{2})$/.exec(reference)?.[1]).find(Boolean);
    if (begun !== undefined || next === undefined) return begun ?? otherwise;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
};
