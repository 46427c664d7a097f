import { acts, cast, demoCases, type CaseRun, type DemoCase, type Stage } from '@exeat/demo';

const {
  apply,
  decide,
  learnLicence,
  openedForDecision,
  paths,
  proposedCondition,
  reviewTechnically,
  save,
  ship,
  takePosition,
} = acts;

/** How far a case is brought, each stage with all that comes before it. */
export const stages = [
  'draft',
  'submitted',
  'claimed',
  'in security review',
  'at licensing',
  'settled',
  'proposed',
  'granted',
  'shipped',
] as const;
export type StageName = (typeof stages)[number];

const [sample] = demoCases as readonly [DemoCase];
export const agencies = ['state', 'defense', 'energy', 'justice'] as const;
export const secret = 'The end user’s network was seen in an earlier matter';
export const share = '17.25';

/** A case like the first of the demo, of another name; its steps make other commands. */
export const caseCalled = (name: string, applicant: string = cast.northgateCompliance): CaseRun => ({
  case: { ...sample, name, applicant, reference: `Reference of ${name}`, scenes: [] },
  caseId: '',
  licenceNumber: '',
});

/** Who reviews and who decides. */
export interface Cast {
  readonly reviewer?: string;
  readonly officer?: string;
}

/**
 * Brings a new case so far: reviewed by Ada, conditions asked for by the Department of Defense with reasons that it
 * withholds, settled and proposed by Lena, signed by Rosa, 400 of 1,000 units shipped today.
 */
export const bring = async (stage: Stage, to: StageName, run: CaseRun, who: Cast = {}): Promise<CaseRun> => {
  const { reviewer = cast.reviewerAda, officer = cast.officerLena } = who;
  const far = (name: StageName): boolean => stages.indexOf(to) >= stages.indexOf(name);
  if (to === 'draft') await draft(stage, run);
  else await apply(stage, run);
  if (to === 'claimed') await claim(stage, run);
  if (far('in security review')) await reviewTechnically(stage, run, reviewer);
  if (far('at licensing')) await takePositions(stage, run);
  if (far('settled')) await settle(stage, run, officer);
  if (far('proposed')) await propose(stage, run, officer);
  if (far('granted')) {
    await decide(stage, run, cast.countersignerRosa, 'countersign', 'countersign', {});
    await learnLicence(stage, run);
  }
  if (far('shipped')) await stage.ask(run.case.name, ship(run, 'ship 1', 'SHIP-0001', stage.day(0), '400'));
  return run;
};

/** Complete, and not submitted. */
const draft = async (stage: Stage, run: CaseRun): Promise<void> => {
  const { applicant, name, reference, content } = run.case;
  const started = { as: applicant, step: 'start', path: '/api/v1/applications', body: { reference } };
  run.caseId = (await stage.ask(name, started)).caseId;
  await save(stage, run, 'save', content);
};

const claim = async (stage: Stage, run: CaseRun): Promise<void> => {
  const review = paths(run).technicalReview;
  await stage.until(cast.reviewerAda, review, () => true, 'the technical review to open');
  const asked = { as: cast.reviewerAda, step: 'claim', path: `${review}/claim`, read: review, body: {} };
  await stage.ask(run.case.name, asked);
};

const takePositions = async (stage: Stage, run: CaseRun): Promise<void> => {
  await takePosition(stage, run, {
    agency: 'defense',
    position: 'approve-with-conditions',
    reasons: 'Delivery has to be shown, 15 CFR 748.6.',
    withheldReasons: secret,
    conditions: [{ clause: 'delivery-report', parameters: { days: '30' }, reason: 'Shows that the units arrived.' }],
  });
  for (const agency of agencies)
    if (agency !== 'defense') await takePosition(stage, run, { agency, position: 'no-objection' });
  await openedForDecision(stage, run, cast.officerLena);
};

const settle = async (stage: Stage, run: CaseRun, officer: string): Promise<void> => {
  const report = await proposedCondition(stage, run, officer, 'delivery-report');
  await decide(stage, run, officer, 'adopt', `conditions/${report}/adopt`, {});
  await decide(stage, run, officer, 'add', 'conditions', {
    clause: 'revenue-share',
    parameters: { percent: share, legalBasis: 'Terms of the licence' },
    reason: 'Financial term of the arrangement.',
  });
};

const propose = (stage: Stage, run: CaseRun, officer: string) =>
  decide(stage, run, officer, 'propose', 'approval', {
    lines: [{ line: 1, quantity: '1000' }],
    reasons: 'Case by case; the deliveries can be verified.',
  });
