import type { CaseNotesFact } from '@exeat/case-notes';
import type { ComplianceFact } from '@exeat/compliance';
import { addDays, type Actor, type CaseFile, type Company, type Draft, type Fact, type FactNamed } from '@exeat/kernel';
import { aCaseFile, aContent, anItem, aPerson } from '@exeat/kernel/spec';
import type { LicensingFact } from '@exeat/licensing';
import type { SecurityReviewFact } from '@exeat/security-review';
import type { SubmissionFact } from '@exeat/submission';
import type { TechnicalReviewFact } from '@exeat/technical-review';
import { idOf, type Step } from './recorded.fixtures.js';

type AnyFact =
  SubmissionFact | TechnicalReviewFact | SecurityReviewFact | LicensingFact | ComplianceFact | CaseNotesFact;

export const officer = aPerson('Tomas Lind', 'licensing-officer');
export const named = ({ id, name }: Actor) => ({ id, name });

/** Writes the steps of one case, one stage after the other: this is the first. Says what matters, fills in the rest. */
export class SubmissionSteps {
  readonly steps: Step[] = [];
  readonly caseId: string;
  readonly licenceNumber: string;
  protected readonly file: CaseFile;
  protected readonly exporter: Actor;
  protected day = 0;

  constructor(
    readonly number: number,
    protected readonly company: Company,
    readonly quantities: readonly string[],
  ) {
    this.caseId = idOf(`case ${number}`);
    this.licenceNumber = `D${String(number).padStart(7, '0')}`;
    const items = quantities.map((quantity, index) =>
      anItem({ line: index + 1, model: `Chip ${index + 1}`, quantity }),
    );
    const content = aContent({ items });
    this.file = aCaseFile({ number: `Z${String(number).padStart(6, '0')}`, applicant: company, content });
    this.exporter = aPerson('Ines Moreau', 'exporter', company.companyId);
  }

  /** Lets days pass. */
  after(days: number): this {
    this.day += days;
    return this;
  }

  protected add<T extends AnyFact['type']>(
    context: string,
    type: T,
    data: FactNamed<AnyFact, T>['data'],
    by?: Actor,
  ): this {
    const stream = context === 'licence' ? `licence-${this.licenceNumber}` : `${context}-${this.caseId}`;
    const fact: Fact = { type, data };
    this.steps.push({ caseId: this.caseId, stream, fact, day: this.day, ...(by && { by }) });
    return this;
  }

  draft(saves = 1): this {
    this.add('submission', 'DraftStarted', { applicant: this.company, reference: `PO-${this.number}` }, this.exporter);
    const sections = [{ items: this.file.content.items }, { endUse: 'Inference.' }, { exportFrom: 'US' }];
    for (const changes of sections.slice(0, saves)) this.save(changes);
    return this;
  }

  save(changes: Draft): this {
    return this.add('submission', 'DraftSaved', { changes }, this.exporter);
  }

  /** Two documents, and one of them gone again. */
  documents(): this {
    const [one, two] = ['data sheet.pdf', 'contract.pdf'].map((name) => ({
      documentId: idOf(`${name} ${this.number}`),
      name,
      mediaType: 'application/pdf',
      size: 1000,
      sha256: '0'.repeat(64),
    }));
    if (!one || !two) return this;
    this.add('submission', 'DocumentAttached', one, this.exporter);
    this.add('submission', 'DocumentAttached', two, this.exporter);
    return this.add('submission', 'DocumentRemoved', { documentId: one.documentId, name: one.name }, this.exporter);
  }

  submit(round = 1): this {
    const { content } = this.file;
    const declaration = { signatory: 'Ines Moreau', capacity: 'Director', statement: 'True and complete.' };
    const digest = idOf(`digest ${this.number}`);
    return this.add(
      'submission',
      'ApplicationSubmitted',
      { applicant: this.company, content, digest, declaration, round },
      this.exporter,
    );
  }

  register(number = this.file.number): this {
    return this.add('submission', 'ApplicationRegistered', {
      file: { ...this.file, number },
      resolveBy: addDays('2026-01-05', this.day + 90),
    });
  }

  returned(cancelled?: 'technical-review' | 'security-review' | 'licensing'): this {
    this.add(
      'submission',
      'ApplicationReturned',
      { reason: 'insufficient-information', explanation: 'The end user is not named.' },
      officer,
    );
    return cancelled ? this.cancel(cancelled, 'returned') : this;
  }

  withdrawn(cancelled?: 'technical-review' | 'security-review' | 'licensing'): this {
    this.add('submission', 'ApplicationWithdrawn', { reason: 'The order was cancelled.' }, this.exporter);
    return cancelled ? this.cancel(cancelled, 'withdrawn') : this;
  }

  /** The authority writes something down. */
  note(text = 'Ask for the die area.'): this {
    const noteId = idOf(`${this.number} note ${this.steps.length}`);
    return this.add('notes', 'NoteWritten', { noteId, text }, officer);
  }

  private cancel(context: 'technical-review' | 'security-review' | 'licensing', because: 'returned' | 'withdrawn') {
    const type = {
      'technical-review': 'TechnicalReviewCancelled',
      'security-review': 'SecurityReviewCancelled',
      licensing: 'LicensingCancelled',
    } as const;
    return this.add(context, type[context], { because });
  }
}
