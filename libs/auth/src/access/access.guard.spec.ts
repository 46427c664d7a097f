import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor, Role } from '@exeat/kernel';
import { Allow, AllowSignedIn, Public } from '../decorators.js';
import { AccessGuard } from './access.guard.js';
import type { AccessOptions } from './access-options.js';

@Controller()
class Routes {
  @Get()
  forgotten() {}
  @Get()
  @Public()
  open() {}
  @Get()
  @AllowSignedIn()
  signedIn() {}
  @Get()
  @Allow('audit:read')
  audited() {}
}

const guard = new AccessGuard(new Reflector(), { publicUrl: 'https://licences.example' } as AccessOptions);
const signedInAs = (...roles: Role[]): Actor => ({
  id: 'x',
  name: 'X',
  roles,
  organisation: 'bis',
  assurance: 'multi-factor',
});
const ask = (route: keyof Routes, user?: Actor) => {
  const http = {
    getRequest: () => ({ method: 'GET', headers: {}, user }),
    getResponse: () => ({ setHeader: () => undefined }),
  };
  const context = { getHandler: () => Routes.prototype[route], getClass: () => Routes, switchToHttp: () => http };
  return guard.canActivate(context as unknown as ExecutionContext);
};

describe('the guard', () => {
  it('lets nobody in where nobody was named, not even an administrator', async () => {
    await expect(ask('forgotten', signedInAs('administrator'))).rejects.toMatchObject({ code: 'NOT_OPEN' });
  });

  it('lets everybody in where a route is public', async () => {
    expect(await ask('open')).toBe(true);
  });

  it('asks for signing in first', async () => {
    await expect(ask('signedIn')).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await ask('signedIn', signedInAs('exporter'))).toBe(true);
  });

  it('asks for a role that grants the permission', async () => {
    await expect(ask('audited', signedInAs('exporter', 'administrator'))).rejects.toMatchObject({
      code: 'PERMISSION_MISSING',
    });
    expect(await ask('audited', signedInAs('auditor'))).toBe(true);
  });
});
