// What forms send, for whoever fills them in: the very schemas that the HTTP routes read with.
export { returnSchema, saveDraftSchema, startDraftSchema, submitSchema, withdrawSchema } from './domain/commands.js';
