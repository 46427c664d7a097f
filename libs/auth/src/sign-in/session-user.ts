import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { PassportSerializer } from '@nestjs/passport';
import { actorSchema, instantOf, type Instant } from '@exeat/kernel';
import { z } from 'zod';
import { AccessOptions } from '../access/access-options.js';

const keptSchema = z.strictObject({ actor: actorSchema, since: z.int().positive() });

type Done = (error: Error | null, user?: unknown) => void;

/** What a session keeps of a person: who they are, and since when. No token is kept, here or in the browser. */
@Injectable()
export class SessionUser extends PassportSerializer {
  constructor(private readonly options: AccessOptions) {
    super();
  }

  serializeUser(actor: unknown, done: Done): void {
    done(null, { actor, since: Date.now() });
  }

  /** Nobody, where the session has reached its absolute end or was kept in a form of before. */
  deserializeUser(payload: unknown, done: Done): void {
    const kept = keptSchema.safeParse(payload);
    done(null, kept.success && Date.now() < endOf(kept.data.since, this.options) ? kept.data.actor : false);
  }
}

const endOf = (since: number, { sessionAbsoluteHours }: AccessOptions): number =>
  since + sessionAbsoluteHours * 3_600_000;

/** How long a session lasts. Any request of its person keeps it alive, up to its absolute end. */
export interface SessionTimes {
  /** It ends so long after the last request; up to a thirty-second of that earlier, as not every request is noted. */
  readonly idleMinutes: number;
  /** It ends then, used or not. By the clock of the machine: a set development clock does not move it. */
  readonly endsAt: Instant;
}

/** The times of a request's session; undefined where a token vouches for it, which has no session. */
export const sessionTimesOf = (request: Request, options: AccessOptions): SessionTimes | undefined => {
  const { passport } =
    (request.session as unknown as { readonly passport?: { readonly user?: unknown } } | undefined) ?? {};
  const kept = keptSchema.safeParse(passport?.user);
  if (!kept.success) return undefined;
  return { idleMinutes: options.sessionIdleMinutes, endsAt: instantOf(new Date(endOf(kept.data.since, options))) };
};
