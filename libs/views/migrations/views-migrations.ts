import { CaseOverviewDrafts1780400000003 } from './case-overview-drafts.js';
import { CaseNumbers1780400000004 } from './case-numbers.js';
import { ViewTables1780400000001 } from './view-tables.js';

/** In the order in which they are run, after those of messaging. */
export const viewsMigrations = [ViewTables1780400000001, CaseOverviewDrafts1780400000003, CaseNumbers1780400000004];
