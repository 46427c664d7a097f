export { CaseFolds } from './case-folds.js';
export type { ContextParts } from './context-parts.js';
export type { DeadlineTable, Due, DueTimes } from './deadline-table.js';
export { AnnouncingEventStore } from './feed/announcing-event-store.js';
export { NoMore, type Feed, type Take } from './feed/feed.js';
export { PostgresFeed } from './feed/postgres-feed.js';
export { Tail } from './feed/tail.js';
export { ParkedFacts } from './listeners/parked-facts.js';
export { silent } from './log.js';
export { Messaging, type MessagingParts } from './messaging.js';
export { MessagingModule } from './messaging.module.js';
export { messagingMigrations } from './migrations/messaging-migrations.js';
export {
  ListenerResumed,
  operationsAudience,
  operationsFacts,
  operationsSentences,
  ParkedFactsRetried,
} from './operations.js';
export { ViewProgress, type ListenerStatus } from './progress.js';
export { causedBy, whenever, type Reaction } from './reaction.js';
export type { Dispatch } from './reactions/asking.js';
export { RefusedCommands } from './reactions/refused-commands.js';
export { defineView, type CaseRows, type ViewDefinition, type ViewRow } from './view-definition.js';
export { foldFacts } from './views/case-fold.js';
export { CaseInMemory } from './views/case-in-memory.js';
export { ViewBuilder, type BuildOptions, type BuildProgress, type BuildReport } from './views/view-builder.js';
