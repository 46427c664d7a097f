import type { Permission } from '../session/me';
import type { WordId } from '../words/words';

export interface Place {
  readonly to: string;
  readonly words: WordId;
  /** Who has it in their menu. */
  readonly permission: Permission;
  /** Goes there by two keys. */
  readonly keys: string;
}

/** The main menu, in its order; everybody sees what they may do. */
export const places: readonly Place[] = [
  { to: '/my-cases', words: 'shell.home', permission: 'application:draft', keys: 'g m' },
  { to: '/queues/technical', words: 'shell.technicalQueue', permission: 'technical-queue:read', keys: 'g t' },
  { to: '/queues/agency', words: 'shell.agencyQueue', permission: 'agency-queue:read', keys: 'g a' },
  { to: '/decisions', words: 'shell.worklist', permission: 'worklist:read', keys: 'g d' },
  { to: '/audit', words: 'shell.audit', permission: 'audit:read', keys: 'g u' },
  { to: '/cases', words: 'shell.cases', permission: 'case:read', keys: 'g c' },
  { to: '/licences', words: 'shell.licences', permission: 'licence:read', keys: 'g l' },
  { to: '/obligations', words: 'shell.obligations', permission: 'obligation:read', keys: 'g o' },
  { to: '/figures', words: 'shell.statistics', permission: 'statistics:read', keys: 'g f' },
];
