import { Sessions1780300000001 } from './sessions.js';

/** In the order in which they are run. */
export const authMigrations = [Sessions1780300000001];
