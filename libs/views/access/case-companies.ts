import { Injectable } from '@nestjs/common';
import { EventStore } from '@exeat/event-store';
import { DraftStarted } from '@exeat/submission';

const mostRemembered = 10_000;

/**
 * Whose case it is. Asked of the log and not of a view, so that the answer is never behind; remembered, as a case never
 * changes hands.
 */
@Injectable()
export class CaseCompanies {
  private readonly remembered = new Map<string, string>();

  constructor(private readonly store: EventStore) {}

  /** The applicant's company; undefined where there is no such case. */
  async of(caseId: string): Promise<string | undefined> {
    const known = this.remembered.get(caseId);
    if (known !== undefined) return known;
    const facts = await this.store.readCase(caseId);
    const started = facts.find(({ type }) => type === DraftStarted.type);
    if (!started) return undefined;
    const { companyId } = DraftStarted.schema.parse(started.data).applicant;
    // The oldest is forgotten first: a map keeps the order in which its entries came.
    if (this.remembered.size >= mostRemembered) this.remembered.delete(this.remembered.keys().next().value ?? '');
    this.remembered.set(caseId, companyId);
    return companyId;
  }
}
