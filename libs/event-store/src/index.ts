export { adoptEpoch } from './adopt-epoch.js';
export { coalescerLimits, type CoalescerLimits } from './coalescer.js';
export * from './contract.js';
export { FactRegistry } from './fact-registry.js';
export { eventStoreMigrations } from './migrations/event-store-migrations.js';
export { PostgresEventStore } from './postgres-event-store.js';
export { digestOf } from './request-digest.js';
export * from './stored-forms.js';
export * from './transact.js';
