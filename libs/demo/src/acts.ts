import type { Content, Draft, Party } from '@exeat/kernel';
import { cast, type Agency } from './cast.js';
import type { DemoDocument } from './documents.js';
import type { CaseRun } from './scene.js';
import type { Stage } from './stage.js';

// What people do in more than one case, each through the same requests that a browser would send.

const api = '/api/v1';

/** Where a case and its parts are found. */
export const paths = (run: CaseRun) => ({
  draft: `${api}/applications/${run.caseId}/draft`,
  application: `${api}/applications/${run.caseId}`,
  technicalReview: `${api}/technical-reviews/${run.caseId}`,
  securityReview: `${api}/security-reviews/${run.caseId}`,
  licensing: `${api}/licensing/${run.caseId}`,
  licence: `${api}/licences/${run.licenceNumber}`,
  overview: `${api}/cases/${run.caseId}`,
});

/** One company that buys, receives and uses the items. */
export const inEveryRole = (company: Omit<Party, 'role'>): Party[] =>
  (['purchaser', 'ultimate-consignee', 'end-user'] as const).map((role) => ({ role, ...company }));

/** Drafts in two sittings and submits. */
export const apply = async (stage: Stage, run: CaseRun, content: Content = run.case.content): Promise<void> => {
  const { applicant, name, reference } = run.case;
  const started = await stage.ask(name, {
    as: applicant,
    step: 'start',
    path: `${api}/applications`,
    body: { reference },
  });
  run.caseId = started.caseId;
  const { parties, endUse, exportFrom, ...rest } = content;
  await save(stage, run, 'save parties', { parties, endUse, exportFrom });
  await save(stage, run, 'save items', rest);
  for (const document of run.case.documents ?? []) await attach(stage, run, document);
  await submit(stage, run, 'submit');
};

/** Saves sections of the draft, each whole. */
export const save = (stage: Stage, run: CaseRun, step: string, sections: Draft) =>
  stage.ask(run.case.name, {
    as: run.case.applicant,
    step,
    method: 'PATCH',
    path: paths(run).draft,
    read: paths(run).draft,
    body: { sections },
  });

/** Attaches a file to the draft. */
const attach = (stage: Stage, run: CaseRun, file: DemoDocument) =>
  stage.ask(run.case.name, {
    as: run.case.applicant,
    step: `attach ${file.name}`,
    path: `${paths(run).application}/documents`,
    read: paths(run).draft,
    file,
  });

/** Signs the declaration; registration follows by itself. */
export const submit = async (stage: Stage, run: CaseRun, step: string): Promise<void> => {
  await stage.ask(run.case.name, {
    as: run.case.applicant,
    step,
    path: `${paths(run).application}/submit`,
    read: paths(run).draft,
    body: { signatory: 'Juniper Vale', capacity: 'Empowered official' },
  });
};

/** Claims the technical review, records what the computation says of every line, completes. */
export const reviewTechnically = async (stage: Stage, run: CaseRun, reviewer: string, round = ''): Promise<void> => {
  const review = paths(run).technicalReview;
  const act = (step: string, path: string, body: unknown) =>
    stage.ask(run.case.name, { as: reviewer, step: `${step}${round}`, path: `${review}/${path}`, read: review, body });
  // After a return the same review opens again.
  await stage.until<{ status: string }>(
    reviewer,
    review,
    ({ status }) => status !== 'cancelled',
    'the technical review to open',
  );
  await act('claim', 'claim', {});
  for (const { line } of run.case.content.items) await act(`find line ${line}`, 'findings', { line });
  await act('complete technical review', 'complete', {});
};

interface Stand {
  readonly agency: Agency;
  readonly position: 'no-objection' | 'approve-with-conditions' | 'object' | 'return';
  readonly reasons?: string;
  readonly withheldReasons?: string;
  readonly conditions?: readonly { clause: string; parameters: Record<string, string>; reason: string }[];
}

/** Takes an agency's position once the case has been referred to it. */
export const takePosition = async (stage: Stage, run: CaseRun, { agency, ...stand }: Stand): Promise<void> => {
  const review = paths(run).securityReview;
  await stage.until(cast.agencies[agency], review, () => true, 'the security review to open');
  await stage.ask(run.case.name, {
    as: cast.agencies[agency],
    step: `position of ${agency}`,
    path: `${review}/position`,
    read: review,
    body: stand,
  });
};

/** An act of the licensing officer or a countersigner on the decision. */
export const decide = (stage: Stage, run: CaseRun, as: string, step: string, path: string, body: unknown) =>
  stage.ask(run.case.name, { as, step, path: `${paths(run).licensing}/${path}`, read: paths(run).licensing, body });

export const openedForDecision = (stage: Stage, run: CaseRun, officer: string) =>
  stage.until<unknown>(officer, paths(run).licensing, () => true, 'the case to reach the licensing officer');

interface LicensingState {
  readonly conditions: readonly { readonly conditionId: string; readonly current: { readonly clause: string } }[];
}

/** The id of a proposed condition, found by its clause. */
export const proposedCondition = async (
  stage: Stage,
  run: CaseRun,
  officer: string,
  clause: string,
): Promise<string> => {
  const { body } = await stage.read<LicensingState>(officer, paths(run).licensing);
  const found = body.conditions.find(({ current }) => current.clause === clause);
  if (!found) throw new Error(`${run.case.name}: no condition with the clause ${clause} was proposed.`);
  return found.conditionId;
};

/** Learns the number of the licence that was granted, once it stands in the register. */
export const learnLicence = async (stage: Stage, run: CaseRun): Promise<void> => {
  const overview = await stage.until<{ licenceNumber?: string | null }>(
    run.case.applicant,
    paths(run).overview,
    ({ licenceNumber }) => Boolean(licenceNumber),
    'the licence number',
  );
  run.licenceNumber = overview.licenceNumber ?? '';
  await stage.until(run.case.applicant, paths(run).licence, () => true, 'the licence to stand in the register');
};

export const ship = (run: CaseRun, step: string, reference: string, shippedOn: string, quantity: string) => ({
  as: run.case.applicant,
  step,
  path: `${paths(run).licence}/shipments`,
  read: paths(run).licence,
  body: { reference, shippedOn, lines: [{ line: 1, quantity }] },
});
