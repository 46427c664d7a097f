import { Injectable } from '@nestjs/common';
import { PassportSerializer } from '@nestjs/passport';
import { actorSchema } from '@exeat/kernel';
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
    const longest = this.options.sessionAbsoluteHours * 3_600_000;
    done(null, kept.success && Date.now() - kept.data.since < longest ? kept.data.actor : false);
  }
}
