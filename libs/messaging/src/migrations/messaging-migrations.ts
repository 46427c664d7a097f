import { Messaging1780100000001 } from './messaging.js';

/** In the order in which they are run, as the owner role. */
export const messagingMigrations = [Messaging1780100000001];
