import { dayOf, exact, grouped, problem, refusalBy, times } from '@exeat/kernel';
import type { ProposeApproval, ProposeDenial, ProposeNoLicenceRequired } from '../commands.js';
import { inForce } from '../conditions.js';
import type { ApprovedLine, LicensingFact } from '../events.js';
import type { Outcome } from '../refusals.js';
import { gatesAreClosed, officerRules, onRoute, type Flaw, type OfficerRule } from '../rules.js';
import type { Round, With } from '../state.js';

type Propose = ProposeApproval | ProposeDenial | ProposeNoLicenceRequired;
type Proposal = Extract<LicensingFact, { type: 'ApprovalProposed' | 'DenialProposed' | 'NoLicenceRequiredProposed' }>;

const reasonsAreGiven: OfficerRule<Propose> = (_, { data }) =>
  data.reasons.trim() === '' ? problem('REASONS_REQUIRED', 'Give the reasons of the decision.', '/reasons') : undefined;

const someLineIsApproved: OfficerRule<ProposeApproval> = (_, { data }) =>
  data.lines.length === 0 ? problem('LINES_MISSING', 'Approve at least one line, or deny.', '/lines') : undefined;

/** Per line, at most what was applied for; less is welcome. */
const linesFitTheApplication: OfficerRule<ProposeApproval> = ({ file }, { data: { lines } }) =>
  lines.flatMap(({ line, quantity }, index): readonly Flaw[] => {
    const item = file.content.items.find((one) => one.line === line);
    if (!item) return [problem('LINE_UNKNOWN', `The application has no line ${line}.`, `/lines/${index}/line`)];
    const repeated = lines.findIndex((one) => one.line === line) < index;
    return [
      ...(repeated
        ? [problem('LINE_REPEATED', `Line ${line} stands here twice.`, `/lines/${index}/line`) as Flaw]
        : []),
      ...(exact(quantity).greaterThan(item.quantity)
        ? [
            problem(
              'QUANTITY_ABOVE_APPLICATION',
              `Line ${line} was applied for with ${grouped(item.quantity)} units; ${grouped(quantity)} are more.`,
              `/lines/${index}/quantity`,
            ) as Flaw,
          ]
        : []),
    ];
  });

const endsInTheFuture: OfficerRule<ProposeApproval> = (_, { data: { validUntil }, at }) =>
  validUntil < dayOf(at)
    ? problem('VALID_UNTIL_PAST', `The licence would have ended on ${validUntil}, before it begins.`, '/validUntil')
    : undefined;

const criteriaAreNamed: OfficerRule<ProposeDenial> = (_, { data: { criteria } }) =>
  criteria.length === 0
    ? problem('CRITERIA_REQUIRED', 'Name the statutory or regulatory criteria of the denial.', '/criteria')
    : undefined;

const approvalRules = [
  ...officerRules,
  onRoute('decision'),
  someLineIsApproved,
  linesFitTheApplication,
  endsInTheFuture,
  reasonsAreGiven,
  gatesAreClosed,
];
const denialRules = [...officerRules, onRoute('decision'), criteriaAreNamed, reasonsAreGiven];
const confirmationRules = [...officerRules, onRoute('confirmation'), reasonsAreGiven];

export const propose = (command: Propose, state: With<'settling'>): Outcome =>
  refusalOf(command, state) ?? [proposalIn(command, state)];

const refusalOf = (command: Propose, state: Round) => {
  switch (command.type) {
    case 'ProposeApproval':
      return refusalBy(approvalRules, state, command);
    case 'ProposeDenial':
      return refusalBy(denialRules, state, command);
    case 'ProposeNoLicenceRequired':
      return refusalBy(confirmationRules, state, command);
  }
};

/** The proposal that the command makes, if it is allowed to. */
export const proposalIn = ({ type, data, by }: Propose, state: Round): Proposal => {
  const officer = { id: by.id, name: by.name };
  switch (type) {
    case 'ProposeApproval': {
      const lines = approvedLines(data.lines, state);
      return { type: 'ApprovalProposed', data: { ...data, lines, conditions: inForce(state.conditions), officer } };
    }
    case 'ProposeDenial':
      return { type: 'DenialProposed', data: { ...data, officer } };
    case 'ProposeNoLicenceRequired':
      return { type: 'NoLicenceRequiredProposed', data: { ...data, officer } };
  }
};

const approvedLines = (lines: ProposeApproval['data']['lines'], { file }: Round): ApprovedLine[] =>
  lines.flatMap(({ line, quantity }) => {
    const item = file.content.items.find((one) => one.line === line);
    if (!item) return [];
    const { model, unitPrice } = item;
    return [{ line, model, quantity, unitPrice, value: times(unitPrice, quantity) }];
  });
