import { Body, Controller, Get, Module, Put, type DynamicModule } from '@nestjs/common';
import { Allow, AllowSignedIn } from '@exeat/auth';
import { instantSchema } from '@exeat/kernel';
import { z } from 'zod';
import { parseBody } from '../input/parse.js';
import { Documented } from '../openapi/documented.js';
import { RefusalError } from '../problems/problem-error.js';
import { AdjustableClock } from './adjustable-clock.js';

const settingSchema = z.strictObject({
  at: instantSchema
    .refine((at) => at >= '2000-01-01' && at < '2100-01-01', 'a moment from 2000 to 2099')
    .nullable()
    .describe('What the clock shall show from now on; null for real time.'),
});
const clockSchema = z.strictObject({ now: instantSchema, isSet: z.boolean() });

@Controller('development/clock')
export class ClockController {
  constructor(private readonly clock: AdjustableClock) {}

  @Get()
  @AllowSignedIn()
  @Documented({ summary: 'What the clock shows', response: clockSchema })
  read(): z.infer<typeof clockSchema> {
    return { now: this.clock.now(), isSet: this.clock.isSet };
  }

  @Put()
  @Allow('clock:set')
  @Documented({
    summary: 'Set the clock forward, or back to real time',
    body: settingSchema,
    response: clockSchema,
    refusals: ['CLOCK_ONLY_FORWARDS'],
  })
  async set(@Body() body: unknown): Promise<z.infer<typeof clockSchema>> {
    const refusal = await this.clock.set(parseBody(settingSchema, body).at);
    if (refusal) throw new RefusalError(refusal.refused);
    return this.read();
  }
}

/** The clock's routes; in development only. */
@Module({ controllers: [ClockController] })
export class DevelopmentClockModule {
  static with(clock: AdjustableClock): DynamicModule {
    return { module: DevelopmentClockModule, providers: [{ provide: AdjustableClock, useValue: clock }] };
  }
}
