import type { CaseFile, Instant, Paragraph } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import type { TechnicalReviewFact } from '@exeat/technical-review';
import { viewTable } from '../entity/view-table.js';

/** What was found of a line, by whom, and how it was computed. */
export interface Found {
  readonly paragraph: Paragraph;
  readonly tpp: string | null;
  readonly performanceDensity: string | null;
  /** Why the reviewer departed from the computation, where they did. */
  readonly departure: string | null;
  readonly ruleSet: string;
  readonly reviewerName: string;
  readonly recordedAt: Instant;
}

/** A line under technical review, with the finding that stands for it, where there is one. */
export interface Precedent extends ViewRow {
  /** Of the application in the round that was reviewed. */
  readonly number: string;
  readonly line: number;
  readonly model: string;
  /** The model as it is searched. */
  readonly modelFolded: string;
  readonly manufacturer: string;
  readonly found: Found | null;
  /** The position of the fact that recorded it; 0 for a line without a finding. */
  readonly foundPosition: number;
}

/** How models are compared: in rows, and in what is searched for. */
export const folded = (model: string): string => model.normalize('NFC').toLowerCase();

const keyOf = (caseId: string, line: number): string => `${caseId}:${line}`;

const clear = (rows: CaseRows<Precedent>): void => rows.all().forEach(({ key }) => rows.remove(key));

const open = (caseId: string, { number, content }: CaseFile, rows: CaseRows<Precedent>): void => {
  clear(rows);
  for (const { line, model, manufacturer } of content.items) {
    const item = { number, line, model, modelFolded: folded(model), manufacturer };
    rows.put({ key: keyOf(caseId, line), caseId, ...item, found: null, foundPosition: 0 });
  }
};

/** What technical review found before. A finding stands until another for its line, or until its review is cancelled. */
export const precedents = defineView<Precedent, TechnicalReviewFact>({
  name: 'precedents',
  version: 1,
  entity: viewTable<Precedent>('precedents', {
    number: 'text',
    line: 'int',
    model: 'text',
    modelFolded: 'text',
    manufacturer: 'text',
    found: 'jsonb?',
    foundPosition: 'bigint',
  }),
  on: {
    // The finding names neither the application nor the manufacturer: they are known from the opening.
    TechnicalReviewOpened: ({ caseId, data: { file } }, rows) => open(caseId, file, rows),
    FindingRecorded: ({ caseId, data: { finding, reviewer }, meta, position }, rows) => {
      const row = rows.get(keyOf(caseId, finding.line));
      if (!row) return;
      const { paragraph, computation, departure = null } = finding;
      const { tpp = null, performanceDensity = null, ruleSet } = computation;
      const by = { reviewerName: reviewer.name, recordedAt: meta.at };
      const found = { paragraph, tpp, performanceDensity, departure, ruleSet, ...by };
      rows.put({ ...row, found, foundPosition: position });
    },
    // The application was returned or withdrawn: what was found so far counts for nothing in the next round either.
    TechnicalReviewCancelled: (_fact, rows) => clear(rows),
  },
});
