import { certifications } from '@exeat/kernel';
import type { Application, DraftProblem, Save } from './data';
import { partOf, sectionNames, type SectionName, type TaskName } from './places';

export type TaskStatus = 'not-started' | 'in-progress' | 'complete' | 'ready' | 'cannot-start';

export interface TaskState {
  readonly task: TaskName;
  readonly status: TaskStatus;
  /** What is missing or wrong. */
  readonly problems: readonly DraftProblem[];
  /** The save that was last about it. */
  readonly last?: Save;
}

/** Problems that say no more than that nothing has been filled in. */
const says = ['SECTION_MISSING', 'ITEMS_MISSING'];

const stateOf = (application: Application, section: SectionName, saves: readonly Save[]): TaskState => {
  const value: unknown = application.sections[section];
  const last = saves.find(({ saved }) => saved.includes(section));
  const problems = application.problems.filter(({ pointer }) => partOf(pointer).section === section);
  const rest = problems.filter(({ code }) => !says.includes(code));
  return { task: section, status: statusOf(section, value, problems.length), problems: rest, ...(last && { last }) };
};

const statusOf = (section: SectionName, value: unknown, problems: number): TaskStatus => {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'not-started';
  if (section !== 'certifications') return problems > 0 ? 'in-progress' : 'complete';
  const answered = Object.keys(value as object).length;
  return answered === 0 ? 'not-started' : answered < certifications.length ? 'in-progress' : 'complete';
};

/** Where each section stands. */
export const sectionStates = (application: Application, saves: readonly Save[]): readonly TaskState[] =>
  sectionNames.map((section) => stateOf(application, section, saves));

/** Whether there is anything to check yet, and whether it can be submitted. */
export const filingStates = (
  application: Application,
): { readonly answers: TaskStatus; readonly submit: TaskStatus } => {
  const isEmpty = sectionNames.every((section) => application.sections[section] === undefined);
  const isComplete = application.problems.length === 0;
  return {
    answers: isEmpty ? 'cannot-start' : isComplete ? 'ready' : 'in-progress',
    submit: isComplete ? 'ready' : 'cannot-start',
  };
};
