import { Injectable } from '@nestjs/common';
import { EventStore } from '@exeat/event-store';
import { ApplicationSubmitted, DraftStarted } from '@exeat/submission';

const mostRemembered = 10_000;

interface Origin {
  readonly companyId: string;
  /** The position of the first submission; undefined for a draft that is still the applicant's own. */
  readonly submittedAt: number | undefined;
}

/**
 * Whose case it is, and from when on the authority knows of it. Asked of the log and not of a view, so that the answer
 * is never behind; remembered, as a case never changes hands and its first submission stays the first.
 */
@Injectable()
export class CaseCompanies {
  private readonly remembered = new Map<string, Origin>();

  constructor(private readonly store: EventStore) {}

  /** The applicant's company; undefined where there is no such case. */
  async of(caseId: string): Promise<string | undefined> {
    return (this.remembered.get(caseId) ?? (await this.find(caseId)))?.companyId;
  }

  /** The position from which on the authority may know of the case; undefined where it may not yet. */
  async submittedAt(caseId: string): Promise<number | undefined> {
    const known = this.remembered.get(caseId)?.submittedAt;
    return known ?? (await this.find(caseId))?.submittedAt;
  }

  private async find(caseId: string): Promise<Origin | undefined> {
    const facts = await this.store.readCase(caseId);
    const started = facts.find(({ type }) => type === DraftStarted.type);
    if (!started) return undefined;
    const { companyId } = DraftStarted.schema.parse(started.data).applicant;
    const submittedAt = facts.find(({ type }) => type === ApplicationSubmitted.type)?.position;
    // The oldest is forgotten first: a map keeps the order in which its entries came.
    if (this.remembered.size >= mostRemembered) this.remembered.delete(this.remembered.keys().next().value ?? '');
    this.remembered.set(caseId, { companyId, submittedAt });
    return { companyId, submittedAt };
  }
}
