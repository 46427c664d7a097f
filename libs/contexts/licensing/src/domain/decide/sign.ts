import { dayOf, daysAfter, refusalBy } from '@exeat/kernel';
import type { Countersign, SendBack } from '../commands.js';
import type { LicensingFact } from '../events.js';
import type { Outcome } from '../refusals.js';
import { notTwice, signingRules, stillValid } from '../rules.js';
import { signaturesRequired, type Round, type With } from '../state.js';

export const sendBack = (command: SendBack, state: With<'proposed'>): Outcome =>
  refusalBy(signingRules, state, command) ?? [
    { type: 'ProposalSentBack', data: { reason: command.data.reason, countersigner: personOf(command) } },
  ];

/** A signature; the last that is required decides in the same moment. */
export const countersign = (command: Countersign, state: With<'proposed'>): Outcome => {
  const refusal = refusalBy([...signingRules, notTwice, stillValid], state, command);
  if (refusal) return refusal;
  const of = signaturesRequired(state);
  const order = state.signatures.length + 1;
  const signed: LicensingFact = {
    type: 'ProposalCountersigned',
    data: { countersigner: personOf(command), order, of },
  };
  return order < of ? [signed] : [signed, decision(command, state)];
};

const decision = ({ at, data }: Countersign, { proposal, file, heard }: With<'proposed'>): LicensingFact => {
  switch (proposal.decision) {
    case 'approval': {
      const { lines, conditions, validUntil } = proposal;
      const { licenceNumber } = data;
      return {
        type: 'LicenceGranted',
        data: { licenceNumber, file, lines, conditions, validFrom: dayOf(at), validUntil },
      };
    }
    case 'denial': {
      const { criteria, reasons } = proposal;
      if (wasHeardOn(criteria, heard)) return { type: 'ApplicationDenied', data: { criteria, reasons } };
      const answerBy = daysAfter(at, data.answerDays);
      const finalAt = daysAfter(at, data.finalDays);
      return { type: 'NoticeOfIntentIssued', data: { criteria, reasons, answerBy, finalAt } };
    }
    case 'no-licence-required':
      return { type: 'NoLicenceRequiredConfirmed', data: { reasons: proposal.reasons } };
  }
};

/**
 * A denial that rests on grounds the applicant has answered already is final: otherwise each answer would bring another
 * notice, and no case could end. A ground that is new calls for a new notice.
 */
const wasHeardOn = (criteria: readonly string[], heard: Round['heard']): boolean =>
  heard !== undefined && criteria.every((criterion) => heard.notice.criteria.includes(criterion));

const personOf = ({ by }: SendBack | Countersign) => ({ id: by.id, name: by.name });
