import type { Actor, Role } from '@exeat/kernel';

/** Every permission there is, and the roles that grant it. A route names one of these, never a role. */
const grants = {
  'application:draft': ['exporter'],
  'application:submit': ['exporter'],
  'application:withdraw': ['exporter'],
  'application:return': ['licensing-officer'],
  'notice:answer': ['exporter'],
  'shipment:record': ['exporter'],
  'certificate:file': ['exporter'],
  'obligation:fulfil': ['exporter'],
  'condition:settle': ['licensing-officer'],
  'decision:propose': ['licensing-officer'],
  'decision:countersign': ['countersigner'],
  'technical-review:work': ['technical-reviewer'],
  'technical-review:read': ['technical-reviewer', 'licensing-officer', 'countersigner', 'auditor'],
  'security-review:work': ['security-reviewer'],
  'case:read': ['exporter', 'technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner', 'auditor'],
  'note:write': ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner'],
  'note:read': ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner', 'auditor'],
  'presence:show': ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner'],
  'presence:read': ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner', 'auditor'],
  'technical-queue:read': ['technical-reviewer'],
  'agency-queue:read': ['security-reviewer'],
  'worklist:read': ['licensing-officer', 'countersigner'],
  'licence:read': ['exporter', 'licensing-officer', 'countersigner', 'auditor'],
  'obligation:read': ['exporter', 'licensing-officer', 'countersigner', 'auditor'],
  'audit:read': ['auditor'],
  'statistics:read': [
    'technical-reviewer',
    'security-reviewer',
    'licensing-officer',
    'countersigner',
    'auditor',
    'administrator',
  ],
  'policy:read': [
    'exporter',
    'technical-reviewer',
    'security-reviewer',
    'licensing-officer',
    'countersigner',
    'auditor',
    'administrator',
  ],
  'financial-clause:read': ['licensing-officer', 'countersigner', 'auditor', 'administrator'],
  'classification:try': ['exporter', 'technical-reviewer', 'licensing-officer', 'countersigner'],
  'operations:manage': ['administrator'],
  'clock:set': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof grants;

export const permissions = Object.keys(grants) as readonly Permission[];

/** The roles that grant a permission. */
export const rolesWith = (permission: Permission): readonly Role[] => grants[permission];

/** Whether one of the actor's roles grants the permission. */
export const may = (actor: Actor, permission: Permission): boolean =>
  rolesWith(permission).some((role) => actor.roles.includes(role));

/** All that the actor's roles grant, in the table's order. */
export const permissionsOf = (actor: Actor): readonly Permission[] =>
  permissions.filter((permission) => may(actor, permission));
