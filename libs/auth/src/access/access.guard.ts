import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Actor } from '@exeat/kernel';
import type { Request, Response } from 'express';
import { ALLOW, PUBLIC } from '../decorators.js';
import { may, type Permission } from '../permissions.js';
import { AccessDenied } from './access-denied.js';
import { AccessOptions } from './access-options.js';
import { mayBeForged } from './cross-site.js';

@Injectable()
class ByToken extends AuthGuard('bearer') {
  override handleRequest<Client>(error: unknown, client: Client | false): Client {
    if (error) throw error instanceof Error ? error : new Error('The token could not be judged.');
    if (!client) throw new AccessDenied(401, 'TOKEN_INVALID', 'The access token is not valid.');
    return client;
  }
}

/** The one door. What a route does not open is shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly byToken = new ByToken();
  private readonly ownOrigin: string;

  constructor(
    private readonly reflector: Reflector,
    options: AccessOptions,
  ) {
    this.ownOrigin = new URL(options.publicUrl).origin;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, declared)) return true;
    const permission = this.reflector.get<Permission | 'signed-in' | undefined>(ALLOW, context.getHandler());
    if (permission === undefined)
      throw new AccessDenied(403, 'NOT_OPEN', 'This is open to nobody: no permission was named for it.');

    const actor = await this.actorOf(context);
    if (permission !== 'signed-in' && !may(actor, permission))
      throw new AccessDenied(
        403,
        'PERMISSION_MISSING',
        `This needs the permission ${permission}, which your roles do not grant.`,
      );
    return true;
  }

  private async actorOf(context: ExecutionContext): Promise<Actor> {
    const request = context.switchToHttp().getRequest<Request & { user?: Actor }>();
    if (request.headers.authorization !== undefined) await this.byToken.canActivate(context);
    else if (request.user && mayBeForged(request.method, request.headers, this.ownOrigin))
      throw new AccessDenied(
        403,
        'CROSS_SITE_REQUEST',
        `A request that changes something must come from Exeat's own pages. Outside a browser, send Origin: ${this.ownOrigin}.`,
      );
    if (request.user) return request.user;

    context.switchToHttp().getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer realm="exeat"');
    throw new AccessDenied(401, 'SIGN_IN_REQUIRED', 'Sign in first, at /auth/sign-in, or send an access token.');
  }
}
