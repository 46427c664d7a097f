import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Actor } from '@exeat/kernel';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import { AccessDenied } from '../access/access-denied.js';
import { TokenVerifier } from './token-verifier.js';

/** A machine client by its bearer token (RFC 6750, in the header only: a token in an address ends up in logs). */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(private readonly tokens: TokenVerifier) {
    super();
  }

  async validate({ headers }: Request): Promise<Actor> {
    const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,8000})$/i.exec(headers.authorization ?? '')?.[1];
    if (token === undefined)
      throw new AccessDenied(
        401,
        'TOKEN_INVALID',
        'The Authorization header must be: Bearer, a blank, and an access token.',
      );
    return this.tokens.verify(token);
  }
}
