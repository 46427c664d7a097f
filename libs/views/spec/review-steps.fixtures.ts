import { addDays, type Condition, type Duty, type Finding, type Position } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { idOf } from './recorded.fixtures.js';
import { named, SubmissionSteps } from './submission-steps.fixtures.js';

const reviewer = aPerson('Ada Reyes', 'technical-reviewer');

/** A case in its reviews. */
export class ReviewSteps extends SubmissionSteps {
  openTechnicalReview(): this {
    return this.add('technical-review', 'TechnicalReviewOpened', { file: this.file });
  }

  claim(): this {
    return this.add('technical-review', 'TechnicalReviewClaimed', { reviewer: named(reviewer) }, reviewer);
  }

  release(): this {
    return this.add('technical-review', 'TechnicalReviewReleased', { reviewer: named(reviewer) }, reviewer);
  }

  protected findings(): Finding[] {
    return this.file.content.items.map(({ line, model }) => ({
      line,
      model,
      paragraph: '3A090.a',
      computation: {
        paragraph: '3A090.a',
        limbs: ['a.1'],
        tpp: '15824',
        drivingFormats: ['fp8'],
        missing: [],
        explanation: ['TPP is at least 4800.'],
        ruleSet: 'us-ear-2026-07-23',
      },
    }));
  }

  find(lines = this.file.content.items.length): this {
    for (const finding of this.findings().slice(0, lines))
      this.add('technical-review', 'FindingRecorded', { finding, reviewer: named(reviewer) }, reviewer);
    return this;
  }

  protected requirements() {
    return [
      {
        rule: 'rs-3a090-a-destination',
        citation: '15 CFR 742.6(a)(6)(iii)',
        lines: this.file.content.items.map(({ line }) => line),
        because: 'The destination is in Country Group D:5.',
        reviewPolicy: 'case-by-case' as const,
        policyBecause: 'The January 2026 gate is met.',
      },
    ];
  }

  completeTechnicalReview(required = true): this {
    return this.add(
      'technical-review',
      'TechnicalReviewCompleted',
      {
        file: this.file,
        findings: this.findings(),
        requirements: required ? this.requirements() : [],
        outcome: required ? 'licence-required' : 'no-licence-required',
        reviewers: [reviewer.id],
        ruleSet: 'us-ear-2026-07-23',
      },
      reviewer,
    );
  }

  openSecurityReview(agencies: readonly string[]): this {
    this.add('security-review', 'SecurityReviewOpened', {
      file: this.file,
      findings: this.findings(),
      requirements: this.requirements(),
      participants: [reviewer.id],
    });
    for (const agency of agencies)
      this.add('security-review', 'CaseReferred', {
        agency,
        agencyName: `Department of ${agency}`,
        rule: `refer-${agency}`,
        because: 'The destination is in Country Group D:5.',
        dueAt: `${addDays('2026-01-05', this.day + 31)}T00:00:00.000Z`,
      });
    return this;
  }

  condition(name: string, duty: Duty = { when: 'always' }): Condition {
    return {
      conditionId: idOf(`${this.number} ${name}`),
      clause: 'site-lock',
      clauseVersion: 1,
      parameters: {},
      text: `The items stay at the site named (${name}).`,
      duty,
    };
  }

  position(agency: string, position: Position, conditions: readonly string[] = []): this {
    const by = aPerson(`Reviewer of ${agency}`, 'security-reviewer', agency);
    for (const name of conditions)
      this.add(
        'security-review',
        'ConditionProposed',
        { agency, proposal: { condition: this.condition(name), proposedBy: agency, reason: 'Diversion.' } },
        by,
      );
    const conditionIds = conditions.map((name) => this.condition(name).conditionId);
    return this.add(
      'security-review',
      'PositionTaken',
      { agency, position, withheldReasons: 'Held back.', conditionIds, reviewer: named(by) },
      by,
    );
  }

  silence(agency: string): this {
    const dueAt = `${addDays('2026-01-05', this.day)}T00:00:00.000Z`;
    return this.add('security-review', 'AgencySilenceNoted', { agency, dueAt });
  }

  closeSecurityReview(agencies: readonly string[], proposals: readonly string[]): this {
    return this.add('security-review', 'SecurityReviewClosed', this.review(agencies, proposals));
  }

  protected review(agencies: readonly string[], proposals: readonly string[], positions: readonly Position[] = []) {
    return {
      file: this.file,
      findings: this.findings(),
      requirements: this.requirements(),
      positions: agencies.map((agency, index) => ({
        agency,
        position: positions[index] ?? ('no-objection' as const),
        silent: false,
      })),
      proposals: proposals.map((name) => ({
        condition: this.condition(name),
        proposedBy: agencies[0] ?? 'state',
        reason: 'Diversion.',
      })),
      participants: [reviewer.id],
    };
  }
}
