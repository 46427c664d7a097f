// What forms send, for whoever fills them in: the very schemas that the HTTP routes read with.
export { writeNoteSchema } from './domain/commands.js';
