import { addDays, times, type Condition, type Position } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { ReviewSteps } from './review-steps.fixtures.js';
import { named, officer } from './submission-steps.fixtures.js';

const signers = [aPerson('Ruth Okafor', 'countersigner'), aPerson('Jon Vale', 'countersigner')];

/** A case that is decided. */
export class LicensingSteps extends ReviewSteps {
  openLicensing(
    agencies: readonly string[],
    proposals: readonly string[],
    route: 'decision' | 'confirmation',
    signaturesRequired = 1,
    positions: readonly Position[] = [],
  ): this {
    return this.add('licensing', 'LicensingOpened', {
      ...this.review(agencies, proposals, positions),
      route,
      signaturesRequired,
    });
  }

  settle(name: string, how: 'adopt' | 'reword' | 'drop'): this {
    const condition = this.condition(name);
    const { conditionId } = condition;
    const proposal = { condition, proposedBy: 'state', reason: 'Diversion.' };
    const reason = 'Settled with the agency.';
    switch (how) {
      case 'adopt':
        return this.add('licensing', 'ConditionAdopted', { conditionId, proposal }, officer);
      case 'reword':
        return this.add(
          'licensing',
          'ConditionReworded',
          { conditionId, proposedBy: 'state', before: condition, after: { ...condition, text: 'Reworded.' }, reason },
          officer,
        );
      case 'drop':
        return this.add(
          'licensing',
          'ConditionDropped',
          { conditionId, proposedBy: 'state', condition, reason },
          officer,
        );
    }
  }

  addCondition(condition: Condition): this {
    const proposal = { condition, proposedBy: 'licensing', reason: 'By rule.' };
    return this.add('licensing', 'ConditionAdded', { proposal }, officer);
  }

  propose(what: 'approve' | 'deny' | 'no-licence-required', conditions: readonly Condition[] = []): this {
    const by = { reasons: 'As reviewed.', officer: named(officer) };
    switch (what) {
      case 'approve':
        return this.add(
          'licensing',
          'ApprovalProposed',
          { ...by, lines: this.lines(), conditions: [...conditions], validUntil: '2030-01-04' },
          officer,
        );
      case 'deny':
        return this.add('licensing', 'DenialProposed', { ...by, criteria: ['15 CFR 742.6(b)(10)'] }, officer);
      case 'no-licence-required':
        return this.add('licensing', 'NoLicenceRequiredProposed', by, officer);
    }
  }

  sendBack(): this {
    const [signer = officer] = signers;
    return this.add('licensing', 'ProposalSentBack', { reason: 'Say why.', countersigner: named(signer) }, signer);
  }

  countersign(of = 1): this {
    for (const [index, signer] of signers.slice(0, of).entries())
      this.add('licensing', 'ProposalCountersigned', { countersigner: named(signer), order: index + 1, of }, signer);
    return this;
  }

  notice(): this {
    return this.add('licensing', 'NoticeOfIntentIssued', {
      criteria: ['15 CFR 742.6(b)(10)'],
      reasons: 'Presumption of denial.',
      answerBy: `${addDays('2026-01-05', this.day + 21)}T00:00:00.000Z`,
      finalAt: `${addDays('2026-01-05', this.day + 45)}T00:00:00.000Z`,
    });
  }

  answer(): this {
    return this.add('licensing', 'NoticeOfIntentAnswered', { answer: 'We will lock the site.' }, this.exporter);
  }

  deny(): this {
    this.add('licensing', 'ApplicationDenied', { criteria: ['15 CFR 742.6(b)(10)'], reasons: 'As noticed.' });
    return this.add('submission', 'ApplicationClosed', { outcome: 'denied' });
  }

  confirmNoLicenceRequired(): this {
    this.add('licensing', 'NoLicenceRequiredConfirmed', { reasons: 'Excluded by Note 2.' });
    return this.add('submission', 'ApplicationClosed', { outcome: 'no-licence-required' });
  }

  protected lines() {
    return this.file.content.items.map(({ line, model, quantity, unitPrice }) => ({
      line,
      model,
      quantity,
      unitPrice,
      value: times(unitPrice, quantity),
    }));
  }
}
