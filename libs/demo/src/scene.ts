import type { Content } from '@exeat/kernel';
import type { DemoDocument } from './documents.js';
import type { Stage } from './stage.js';

/** One sitting of somebody on a day of the play. */
export interface Scene {
  /** Days after the play began. */
  readonly day: number;
  readonly title: string;
  readonly play: (stage: Stage, run: CaseRun) => Promise<void>;
}

export interface DemoCase {
  readonly name: string;
  readonly applicant: string;
  readonly reference: string;
  readonly content: Content;
  /** What the exporter attaches before the first submission. */
  readonly documents?: readonly DemoDocument[];
  readonly scenes: readonly Scene[];
}

/** What a case has come to know about itself while it is played. */
export interface CaseRun {
  readonly case: DemoCase;
  caseId: string;
  licenceNumber: string;
}
