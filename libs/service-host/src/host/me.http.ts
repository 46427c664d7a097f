import { Controller, Get, Req } from '@nestjs/common';
import {
  AccessOptions,
  AllowSignedIn,
  companyName,
  permissions,
  permissionsOf,
  sessionTimesOf,
  SignedIn,
  type Permission,
} from '@exeat/auth';
import { actorSchema, instantSchema, type Actor } from '@exeat/kernel';
import type { Request } from 'express';
import { z } from 'zod';
import { ClockSource } from '../clock/clock-source.js';
import { Documented, type AnswerOf } from '../openapi/documented.js';

export const meSchema = z.strictObject({
  actor: actorSchema,
  organisationName: z.string(),
  permissions: z.array(z.enum(permissions as [Permission, ...Permission[]])),
  session: z
    .strictObject({
      idleMinutes: z.int().describe('It ends so long after the last request.'),
      endsAt: z.string().describe('It ends then, used or not.'),
    })
    .optional()
    .describe('Left out for machine clients, which bring a token.'),
  now: instantSchema.describe('What the clock of the platform says, by which whatever is due is counted.'),
});

@Controller('me')
export class MeController {
  constructor(
    private readonly access: AccessOptions,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @AllowSignedIn()
  @Documented({
    summary: 'Who am I, what may I do, how long does my session last, and what is the time',
    description:
      'Every request of a session moves its idle end, this one too: it costs next to nothing, so a client asks it to ' +
      'keep a session alive while its person is working.',
    response: meSchema,
  })
  me(@SignedIn() by: Actor, @Req() request: Request): AnswerOf<typeof meSchema> {
    const session = sessionTimesOf(request, this.access);
    return {
      actor: by,
      organisationName: companyName(by),
      permissions: permissionsOf(by),
      ...(session && { session }),
      now: this.clock.now(),
    };
  }
}
