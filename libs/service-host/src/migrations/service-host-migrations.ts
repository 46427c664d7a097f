import { DevelopmentClock1780300000002 } from './development-clock.js';

/** In the order in which they are run. */
export const serviceHostMigrations = [DevelopmentClock1780300000002];
