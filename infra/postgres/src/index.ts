export * from './cluster.js';
export * from './database.js';
export * from './testing.js';
export { NoEmbeddedPostgres } from './whereabouts.js';
