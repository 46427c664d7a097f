import { EventStore } from '@exeat/event-store';
import type { Clock, Done, Refusal } from '@exeat/kernel';
import {
  Global,
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type InjectionToken,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CommandBus, CqrsModule, type ICommand } from '@nestjs/cqrs';
import { CaseFolds } from './case-folds.js';
import type { ContextParts } from './context-parts.js';
import { ParkedFacts } from './listeners/parked-facts.js';
import type { Log } from './log.js';
import { Messaging } from './messaging.js';
import { ViewProgress } from './progress.js';
import { RefusedCommands } from './reactions/refused-commands.js';
import type { ViewDefinition } from './view-definition.js';
import { ViewBuilder } from './views/view-builder.js';

export interface MessagingModuleOptions {
  readonly views: readonly ViewDefinition[];
  readonly contexts: readonly ContextParts[];
  /** Connection string of the runtime role, or what gives it when the module starts. */
  readonly databaseUrl: string | (() => string | Promise<string>);
  /** The provider of the clock by which due times are judged. */
  readonly clock: InjectionToken<Clock>;
  readonly log: Log;
  /** False: nothing runs here; status, parked facts and rebuilding are still at hand. */
  readonly listen?: boolean;
  readonly connections?: number;
}

const OPTIONS = Symbol('MessagingModuleOptions');

/**
 * Runs views, reactions and due times in a Nest application: begins when the application has started, and finishes
 * before it ends. Needs `EventStore` and the clock from the host; gives `Messaging`, `CaseFolds`, `ViewProgress`, `ParkedFacts`,
 * `ViewBuilder` and `RefusedCommands` to everybody.
 */
@Global()
@Module({})
export class MessagingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly messaging: Messaging,
    @Inject(OPTIONS) private readonly options: MessagingModuleOptions,
  ) {}

  static forRoot(options: MessagingModuleOptions): DynamicModule {
    const part = <Part>(token: InjectionToken<Part>, of: (messaging: Messaging) => Part) => ({
      ...{ provide: token, useFactory: of, inject: [Messaging] },
    });
    return {
      module: MessagingModule,
      imports: [CqrsModule],
      providers: [
        { provide: OPTIONS, useValue: options },
        {
          provide: Messaging,
          inject: [EventStore, options.clock, CommandBus],
          useFactory: async (store: EventStore, clock: Clock, bus: CommandBus) =>
            new Messaging({
              ...{ store, clock, views: options.views, contexts: options.contexts, log: options.log },
              databaseUrl: typeof options.databaseUrl === 'string' ? options.databaseUrl : await options.databaseUrl(),
              dispatch: (command) => bus.execute<ICommand, Done | Refusal>(command),
              ...(options.connections !== undefined && { connections: options.connections }),
            }),
        },
        { provide: CaseFolds, useFactory: () => new CaseFolds(options.contexts) },
        part(ViewProgress, ({ progress }) => progress),
        part(ParkedFacts, ({ parked }) => parked),
        part(ViewBuilder, ({ builder }) => builder),
        part(RefusedCommands, ({ refused }) => refused),
      ],
      exports: [Messaging, CaseFolds, ViewProgress, ParkedFacts, ViewBuilder, RefusedCommands],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.listen !== false) await this.messaging.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.messaging.stop();
  }
}
