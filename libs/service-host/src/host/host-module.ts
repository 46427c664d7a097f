import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { AuthModule, type AccessOptions } from '@exeat/auth';
import type { Logger } from 'pino';
import { AdjustableClock } from '../clock/adjustable-clock.js';
import { ClockSource } from '../clock/clock-source.js';
import { DevelopmentClockModule } from '../clock/clock.http.js';
import { HealthController } from '../health/health.http.js';
import { Readiness } from '../health/readiness.js';
import { AnswerInterceptor } from '../http/answer.interceptor.js';
import { NothingController } from '../http/nothing.http.js';
import { ProblemFilter } from '../problems/problem-filter.js';
import { MeController } from './me.http.js';

export interface HostParts {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly provide: readonly Provider[];
  readonly clock: ClockSource;
  readonly access: AccessOptions;
  readonly readiness: Readiness;
  readonly log: Logger;
  readonly production: boolean;
}

/** What every module may ask for by constructor: the clock, whether the process is ending, and what the app provides (store, policy, views). */
@Module({})
class Everywhere {}

const ownControllers = (production: boolean): Type[] => [
  HealthController,
  MeController,
  ...(production ? [] : [NothingController]),
];

/** A host's own routes as they are in development, for whoever wants to know them without starting one. */
@Module({ controllers: ownControllers(false), imports: [DevelopmentClockModule] })
export class HostRoutes {}

/** The root: the app's modules, with what every host has. */
@Module({})
export class HostModule {
  static of({ modules, provide, clock, access, readiness, log, production }: HostParts): DynamicModule {
    const providers: Provider[] = [
      { provide: ClockSource, useValue: clock },
      { provide: Readiness, useValue: readiness },
      ...provide,
    ];
    const adjustable = clock instanceof AdjustableClock && !production ? [DevelopmentClockModule.with(clock)] : [];
    return {
      module: HostModule,
      imports: [
        { module: Everywhere, global: true, providers, exports: providers },
        DiscoveryModule,
        TerminusModule.forRoot({ logger: false }),
        AuthModule.with(access),
        ...adjustable,
        ...modules,
      ],
      controllers: ownControllers(production),
      providers: [
        { provide: APP_FILTER, useValue: new ProblemFilter(log) },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
    };
  }
}
