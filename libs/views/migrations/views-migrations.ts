import { CaseOverviewDrafts1780400000003 } from './case-overview-drafts.js';
import { CaseNumbers1780400000004 } from './case-numbers.js';
import { Precedents1780400000006 } from './precedents.js';
import { Presence1780400000005 } from './presence.js';
import { CaseSearch1780400000007 } from './case-search.js';
import { ListSearch1780400000008 } from './list-search.js';
import { CaseStages1780400000009 } from './case-stages.js';
import { LicensedPerformance1780400000010 } from './licensed-performance.js';
import { ViewTables1780400000001 } from './view-tables.js';

/** In the order in which they are run, after those of messaging. */
export const viewsMigrations = [
  ViewTables1780400000001,
  CaseOverviewDrafts1780400000003,
  CaseNumbers1780400000004,
  Presence1780400000005,
  Precedents1780400000006,
  CaseSearch1780400000007,
  ListSearch1780400000008,
  CaseStages1780400000009,
  LicensedPerformance1780400000010,
];
