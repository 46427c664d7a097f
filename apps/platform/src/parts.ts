import { authMigrations } from '@exeat/auth';
import { caseNotesContext } from '@exeat/case-notes/module';
import { complianceContext } from '@exeat/compliance/module';
import { eventStoreMigrations } from '@exeat/event-store';
import { licensingContext } from '@exeat/licensing/module';
import { messagingMigrations, operationsFacts, type ContextParts, type ViewDefinition } from '@exeat/messaging';
import { securityReviewContext } from '@exeat/security-review/module';
import { OperationsModule, PolicyModule, serviceHostMigrations, type Migration } from '@exeat/service-host';
import { submissionContext } from '@exeat/submission/module';
import { technicalReviewContext } from '@exeat/technical-review/module';
import { auditMigrations, auditModule, auditViews } from '@exeat/audit';
import { allViews, viewModules, viewsMigrations } from '@exeat/views';

/** The way of a case, in order, and the notes that go beside it. */
export const contexts: readonly ContextParts[] = [
  submissionContext,
  technicalReviewContext,
  securityReviewContext,
  licensingContext,
  complianceContext,
  caseNotesContext,
];

export const views: readonly ViewDefinition[] = [...allViews, ...auditViews];

export const modules = [
  OperationsModule,
  PolicyModule,
  ...contexts.map(({ module }) => module),
  ...viewModules,
  auditModule,
];

/** Everything that is ever stored. */
export const factLists = [...contexts.map(({ facts }) => facts), operationsFacts];

export const migrations: readonly Migration[] = [
  ...eventStoreMigrations,
  ...messagingMigrations,
  ...authMigrations,
  ...serviceHostMigrations,
  ...viewsMigrations,
  ...auditMigrations,
];
