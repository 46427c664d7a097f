// What forms send, for whoever fills them in: the very schemas that the HTTP routes read with.
export { recordFindingSchema, releaseSchema } from './domain/commands.js';
