import { ended, holds, problem, refuse, type Actor, type Problem, type Refusal, type Rule } from '@exeat/kernel';
import type { Countersign, LicensingCommand, OfficerCommand, ProposeApproval, SendBack } from './commands.js';
import { proposerInWords, unsettled } from './conditions.js';
import type { LicensingRefusal } from './refusals.js';
import type { Licensing, Opened, Round, With } from './state.js';

export type Verdict = Refusal<LicensingRefusal> | undefined;
export type Flaw = Problem<LicensingRefusal>;
export type OfficerRule<C extends OfficerCommand = OfficerCommand> = Rule<Round, C, LicensingRefusal>;
type SigningRule = Rule<With<'proposed'>, Countersign | SendBack, LicensingRefusal>;

/** There is nothing to read or to decide. */
export const notOpen: Refusal<LicensingRefusal> = refuse('CASE_NOT_FOUND', 'There is no such case at licensing.');

/** Who may ask for what, and of which case. Asked first: whoever has nothing to do with a case learns nothing of it. */
export const whoMay = ({ type, by }: Pick<LicensingCommand, 'type' | 'by'>, state: Licensing): Verdict => {
  switch (type) {
    case 'OpenLicensing':
    case 'FinaliseDenial':
    case 'CancelLicensing':
      return holds(by, 'system') ? undefined : refuse('BY_RULE_ALONE', 'This happens by rule and cannot be asked for.');
    case 'AnswerNotice':
      // Another company's case and a case that does not exist get one answer, so that existence is not revealed.
      return holds(by, 'exporter') && state.status !== 'not-open' && state.file.applicant.companyId === by.organisation
        ? undefined
        : refuse('NOT_YOUR_CASE', 'Your company has no such case.');
    case 'Countersign':
    case 'SendBack':
      if (!holds(by, 'countersigner'))
        return refuse('NOT_A_COUNTERSIGNER', 'Only a countersigner signs a proposal or sends it back.');
      break;
    default:
      if (!holds(by, 'licensing-officer'))
        return refuse(
          'NOT_A_LICENSING_OFFICER',
          'Only a licensing officer settles conditions and proposes a decision.',
        );
  }
  return state.status === 'not-open' ? notOpen : withoutInterest(by, state);
};

/** Nobody decides on the application of a company they belong to. */
export const withoutInterest = (by: Actor, { file }: Opened): Verdict =>
  file.applicant.companyId === by.organisation
    ? refuse('INTEREST_IN_CASE', 'You belong to the applicant: another person must do this.')
    : undefined;

/** Reviewing and deciding are kept apart. */
const tookNoPartInReviews: OfficerRule = ({ participants }, { by }) =>
  participants.includes(by.id)
    ? problem('REVIEWER_MAY_NOT_DECIDE', 'You took part in the reviews: another officer must do this.')
    : undefined;

/** Whoever settles conditions or proposes a decision. */
export const officerRules: readonly OfficerRule[] = [tookNoPartInReviews];

const didNotPropose: SigningRule = ({ proposers }, { by }) =>
  proposers.includes(by.id)
    ? problem('OFFICER_MAY_NOT_COUNTERSIGN', 'You proposed a decision in this case: another person must sign.')
    : undefined;

/** The second pair of eyes is one that has not looked at the case before. */
const tookNoPart: SigningRule = ({ participants, settlers, proposers }, { by }) =>
  !proposers.includes(by.id) && (participants.includes(by.id) || settlers.includes(by.id))
    ? problem(
        'REVIEWER_MAY_NOT_COUNTERSIGN',
        'You took part in the reviews or in settling conditions: another person must sign.',
      )
    : undefined;

/** Whoever signs a proposal, or sends it back. */
export const signingRules: readonly SigningRule[] = [didNotPropose, tookNoPart];

export const notTwice: Rule<With<'proposed'>, Countersign, LicensingRefusal> = ({ signatures }, { by }) =>
  signatures.some(({ id }) => id === by.id)
    ? problem('ALREADY_COUNTERSIGNED', 'You have signed this proposal; the next signature is another person’s.')
    : undefined;

/** A licence that has ended before it begins is none. */
export const stillValid: Rule<With<'proposed'>, Countersign, LicensingRefusal> = ({ proposal }, { at }) =>
  proposal.decision === 'approval' && proposal.validUntil < at.slice(0, 10)
    ? problem('PROPOSAL_OUTDATED', `The licence would have ended on ${proposal.validUntil}: send the proposal back.`)
    : undefined;

const insteadOfApproval = 'While that stands, deny the application or return it.';

/** What bars an approval as the case stands, in words; empty where nothing does. */
export const gatesOf = ({ conditions, positions }: Round): readonly Flaw[] => {
  const open = unsettled(conditions);
  const listed = open
    .map(({ proposal }) => `"${proposal.condition.text}" (${proposerInWords(proposal.proposedBy)})`)
    .join('; ');
  return [
    ...(open.length > 0
      ? [problem('CONDITIONS_UNSETTLED', `Adopt, reword or drop what has been proposed: ${listed}.`) as Flaw]
      : []),
    ...positions.flatMap(({ agency, position, reasons = 'no reasons given' }): readonly Flaw[] => {
      if (position === 'object')
        return [
          problem('OBJECTION_STANDS', `${proposerInWords(agency)} objects: ${ended(reasons)} ${insteadOfApproval}`),
        ];
      if (position === 'return')
        return [
          problem(
            'RETURN_ASKED',
            `${proposerInWords(agency)} asks for the application to be returned: ${ended(reasons)} ${insteadOfApproval}`,
          ),
        ];
      return [];
    }),
  ];
};

export const gatesAreClosed: OfficerRule<ProposeApproval> = (state) => gatesOf(state);

/** A decision where a licence is required; a confirmation where none is. */
export const onRoute =
  (route: Round['route']): OfficerRule =>
  (state) =>
    state.route === route
      ? undefined
      : problem(
          'WRONG_ROUTE',
          state.route === 'confirmation'
            ? 'Technical review found that no licence is required: confirm that, or return the application.'
            : 'Technical review found that a licence is required: approve or deny.',
        );
