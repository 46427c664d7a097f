export * from './contract.js';
export { digestOf } from './request-digest.js';
export * from './transact.js';
