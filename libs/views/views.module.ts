import { Module } from '@nestjs/common';
import { CaseCompanies } from './access/case-companies.js';
import { AgencyQueueController } from './agency-queue/agency-queue.http.js';
import { AsOfController } from './as-of/as-of.http.js';
import { CaseOverviewController } from './case-overview/case-overview.http.js';
import { LicenceRegisterController } from './licence-register/licence-register.http.js';
import { LiveTail } from './live-updates/live-tail.js';
import { LiveUpdatesController } from './live-updates/live-updates.http.js';
import { MyCasesController } from './my-cases/my-cases.http.js';
import { ObligationsDueController } from './obligations-due/obligations-due.http.js';
import { OfficerWorklistController } from './officer-worklist/officer-worklist.http.js';
import { ViewQueries } from './paging/view-queries.js';
import { PrecedentsController } from './precedents/precedents.http.js';
import { PresenceController } from './presence/presence.http.js';
import { Presence } from './presence/presence.js';
import { SearchController } from './search/search.http.js';
import { StatisticsController } from './statistics/statistics.http.js';
import { TechnicalQueueController } from './technical-queue/technical-queue.http.js';
import { TimelineController } from './timeline/timeline.http.js';

@Module({
  controllers: [
    MyCasesController,
    CaseOverviewController,
    TimelineController,
    AsOfController,
    SearchController,
    TechnicalQueueController,
    AgencyQueueController,
    OfficerWorklistController,
    LicenceRegisterController,
    ObligationsDueController,
    StatisticsController,
    LiveUpdatesController,
    PrecedentsController,
    PresenceController,
  ],
  providers: [ViewQueries, CaseCompanies, LiveTail, Presence],
})
export class ViewsModule {}
