export * from './cluster.js';
export * from './database.js';
export * from './testing.js';
