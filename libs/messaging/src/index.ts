export { CaseFolds } from './case-folds.js';
export type { ContextParts } from './context-parts.js';
export type { DeadlineTable, Due, DueTimes } from './deadline-table.js';
export { deadlinesEntity, deadlinesName, type DueRow } from './deadlines/deadlines-view.js';
export { AnnouncingEventStore } from './feed/announcing-event-store.js';
export { NoMore, type Feed, type Subscription, type Take } from './feed/feed.js';
export { PostgresFeed } from './feed/postgres-feed.js';
export { Tail } from './feed/tail.js';
export type { ListenerState } from './listeners/listener.js';
export { ParkedFacts, type RetryOutcome } from './listeners/parked-facts.js';
export type { ParkedFact } from './listeners/parking.js';
export type { Operator } from './listeners/record-operation.js';
export type { ListenerKind } from './listeners/work.js';
export { silent, type Log } from './log.js';
export { Messaging, type MessagingParts } from './messaging.js';
export { MessagingModule, type MessagingModuleOptions } from './messaging.module.js';
export { messagingMigrations } from './migrations/messaging-migrations.js';
export {
  ListenerResumed,
  operationsAudience,
  operationsFacts,
  operationsSentences,
  ParkedFactsRetried,
  type OperationsFact,
} from './operations.js';
export { ViewProgress, type ListenerStatus } from './progress.js';
export { causedBy, whenever, type Reaction } from './reaction.js';
export type { Dispatch } from './reactions/asking.js';
export { RefusedCommands, type NotedRefusal, type RefusedCommand } from './reactions/refused-commands.js';
export { defineView, type CaseRows, type ViewDefinition, type ViewRow } from './view-definition.js';
export { foldFacts } from './views/case-fold.js';
export type { Comparison } from './views/comparison.js';
export {
  ViewBuilder,
  type BuildOptions,
  type BuildProgress,
  type BuildReport,
  type RebuildOptions,
} from './views/view-builder.js';
