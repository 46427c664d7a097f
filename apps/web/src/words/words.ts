import auditor from './en/auditor.json';
import cases from './en/cases.json';
import decision from './en/decision.json';
import exporter from './en/exporter.json';
import help from './en/help.json';
import licences from './en/licences.json';
import review from './en/review.json';
import shell from './en/shell.json';
import terms from './en/terms.json';
import ui from './en/ui.json';

/** Every word that a screen says, as ICU messages. A screen names a message; no sentence stands in its code. */
export const english = {
  ...ui,
  ...shell,
  ...terms,
  ...cases,
  ...exporter,
  ...review,
  ...decision,
  ...licences,
  ...auditor,
  ...help,
} as const;

export type WordId = keyof typeof english;
