import { Tag, type Tone } from '../../ui/tag';
import { Say } from '../../words/say';
import type { CaseStatus } from './case-types';

const tones: Readonly<Record<CaseStatus, Tone>> = {
  draft: 'neutral',
  submitted: 'active',
  registered: 'active',
  'in-technical-review': 'active',
  'in-security-review': 'active',
  'in-licensing': 'active',
  'awaiting-countersignature': 'active',
  'intent-to-deny': 'warn',
  returned: 'warn',
  withdrawn: 'neutral',
  licensed: 'good',
  denied: 'bad',
  'no-licence-required': 'good',
};

export const caseStatuses = Object.keys(tones) as readonly CaseStatus[];

/** The colour that goes with where a case stands. */
export const statusTone = (status: CaseStatus): Tone => tones[status];

export const StatusTag = ({ status }: { readonly status: CaseStatus }) => (
  <Tag tone={statusTone(status)}>
    <Say id={`status.${status}`} />
  </Tag>
);

const waits = ['applicant', 'technical-review', 'agencies', 'licensing', 'countersigner', 'exeat'] as const;

/** On whom a case waits; an office that is not known here is named as the server names it. */
export const WaitsOn = ({ on }: { readonly on: string }) => {
  const known = waits.find((each) => each === on);
  return known === undefined ? <>{on}</> : <Say id={`cases.waitsOn.${known}`} />;
};
