import { ApplicationSubmitted, ApplicationWithdrawn } from '@exeat/submission';
import type { SelectQueryBuilder } from 'typeorm';
import { isForAuthority, publishedTypes } from '../sentences.js';
import type { AuditEntry } from './audit-trail.view.js';

/** The facts that can stand in a case before its first submission. */
const drafting = publishedTypes.filter((type) => !isForAuthority({ type }));

/** What was drafted shows once a submission has followed; a draft that was withdrawn unsubmitted shows nothing. */
const wasSubmitted = `(
  entry.type not in (:...drafting) and entry.type <> :withdrawn
  or exists (
    select from views.audit_trail later
    where later.case_id = entry.case_id and later.type = :submitted and later.position <= :position
      and (later.position > entry.position or entry.type = :withdrawn)
  )
)`;

/** Entries up to a position that auditors may read. The builder's alias is `entry`. */
export const submittedOnly = (
  entries: SelectQueryBuilder<AuditEntry>,
  position: number,
): SelectQueryBuilder<AuditEntry> =>
  entries
    .andWhere('entry.position <= :position', { position })
    .andWhere(wasSubmitted, { drafting, withdrawn: ApplicationWithdrawn.type, submitted: ApplicationSubmitted.type });
