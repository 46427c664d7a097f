import type { Me } from '../../session/me';
import type { WordId } from '../../words/words';
import type { LicensingCase } from './licensing-case';

// What the server would turn down is told before anybody tries, by the rule it would name. The server decides.

type Person = Pick<Me, 'actor' | 'permissions'>;
type Reads = Pick<LicensingCase, 'participants' | 'conditions' | 'proposal' | 'signatures'>;

/** Why a person does not settle conditions or propose here; nothing where they may. */
export const whyNotDecide = (
  { actor, permissions }: Person,
  { participants }: Pick<Reads, 'participants'>,
): WordId | undefined => {
  if (!permissions.includes('condition:settle')) return 'decision.mayNot.officersOnly';
  if (participants.includes(actor.id)) return 'decision.mayNot.reviewed';
  return undefined;
};

/** Why a person does not sign what is proposed, nor send it back; nothing where they may. */
export const whyNotSign = (
  { actor, permissions }: Person,
  { participants, conditions, proposal }: Reads,
): WordId | undefined => {
  if (proposal?.officer.id === actor.id) return 'decision.mayNot.ownProposal';
  if (!permissions.includes('decision:countersign')) return 'decision.mayNot.countersignersOnly';
  const settled = conditions.some(({ changes }) => changes.some(({ officer }) => officer?.id === actor.id));
  return settled || participants.includes(actor.id) ? 'decision.mayNot.tookPart' : undefined;
};

/** Whether the person has signed already: they may still send back. */
export const hasSigned = ({ actor }: Person, { signatures }: Pick<Reads, 'signatures'>): boolean =>
  signatures.some(({ id }) => id === actor.id);
