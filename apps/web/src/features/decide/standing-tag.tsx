import { Tag, type Tone } from '../../ui/tag';
import { Say } from '../../words/say';
import type { CaseCondition } from './licensing-case';

const tones: Readonly<Record<CaseCondition['standing'], Tone>> = {
  proposed: 'warn',
  adopted: 'good',
  reworded: 'active',
  dropped: 'neutral',
};

/** Whether a condition is in the decision. */
export const StandingTag = ({ standing }: Pick<CaseCondition, 'standing'>) => (
  <Tag tone={tones[standing]}>
    <Say id={`standing.${standing}`} />
  </Tag>
);
