import { describe, expect, it } from '@jest/globals';
import { roles, type Actor, type Role } from '@exeat/kernel';
import { may, permissions, permissionsOf, rolesWith } from './permissions.js';

const one = (...held: Role[]): Actor => ({
  id: 'x',
  name: 'X',
  roles: held,
  organisation: 'bis',
  assurance: 'multi-factor',
});

describe('permissions', () => {
  it.each(permissions)('%s is granted by at least one role, and never to Exeat itself', (permission) => {
    expect(rolesWith(permission).length).toBeGreaterThan(0);
    expect(may(one('system'), permission)).toBe(false);
  });

  it('are only read for an auditor', () => {
    expect(permissionsOf(one('auditor')).every((permission) => permission.endsWith(':read'))).toBe(true);
  });

  it('never let an administrator act on a case or read one', () => {
    expect(permissionsOf(one('administrator'))).toEqual([
      'statistics:read',
      'policy:read',
      'financial-clause:read',
      'operations:manage',
      'clock:set',
    ]);
  });

  it('never put proposing and countersigning into one role', () => {
    for (const role of roles)
      expect(may(one(role), 'decision:propose') && may(one(role), 'decision:countersign')).toBe(false);
  });

  it('add up over the roles that somebody holds', () => {
    const both = one('licensing-officer', 'auditor');
    expect(may(both, 'decision:propose') && may(both, 'audit:read')).toBe(true);
    expect(may(both, 'technical-review:work')).toBe(false);
  });
});
