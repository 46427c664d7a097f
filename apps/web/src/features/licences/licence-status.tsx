import { Tag, type Tone } from '../../ui/tag';
import { Say } from '../../words/say';
import type { Licence } from './licence-reading';

const tones: Readonly<Record<Licence['status'], Tone>> = {
  'in-force': 'good',
  exhausted: 'neutral',
  expired: 'warn',
};

export const licenceStatuses = Object.keys(tones) as readonly Licence['status'][];

export const LicenceStatus = ({ status }: Pick<Licence, 'status'>) => (
  <Tag tone={tones[status]}>
    <Say id={`licence.status.${status}`} />
  </Tag>
);
