export type { ContextParts } from './context-parts.js';
export type { DeadlineTable, Due, DueTimes } from './deadline-table.js';
export { causedBy, whenever, type Reaction } from './reaction.js';
export { defineView, type CaseRows, type ViewDefinition, type ViewRow } from './view-definition.js';
