import { Controller, Get } from '@nestjs/common';
import { AllowSignedIn, companyName, permissions, permissionsOf, SignedIn, type Permission } from '@exeat/auth';
import { actorSchema, type Actor } from '@exeat/kernel';
import { z } from 'zod';
import { Documented } from '../openapi/documented.js';

export const meSchema = z.strictObject({
  actor: actorSchema,
  organisationName: z.string(),
  permissions: z.array(z.enum(permissions as [Permission, ...Permission[]])).readonly(),
});

@Controller('me')
export class MeController {
  @Get()
  @AllowSignedIn()
  @Documented({ summary: 'Who am I, and what may I do', response: meSchema })
  me(@SignedIn() by: Actor): z.infer<typeof meSchema> {
    return { actor: by, organisationName: companyName(by), permissions: permissionsOf(by) };
  }
}
