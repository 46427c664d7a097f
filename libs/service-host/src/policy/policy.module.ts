import { Module } from '@nestjs/common';
import { ClassificationsController } from './classifications.http.js';
import { ClausesController } from './clauses.http.js';
import { RuleSetsController } from './rule-sets.http.js';

/** The rules of the trade as people read them. The app provides the policy. */
@Module({ controllers: [ClausesController, RuleSetsController, ClassificationsController] })
export class PolicyModule {}
