import type { Clause } from '../clauses/use-clauses';
import type { Referral } from './position-part';

export interface ConditionValues {
  readonly clause: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly reason: string;
}

export interface PositionValues {
  readonly position: string;
  readonly reasons: string;
  readonly withheldReasons: string;
  readonly conditions: readonly ConditionValues[];
}

export const noCondition: ConditionValues = { clause: '', parameters: {}, reason: '' };

/** What the form begins with: the position that stands, where there is one. */
export const valuesOf = (answer: Referral['answer']): PositionValues => ({
  position: answer?.position ?? '',
  reasons: answer?.reasons ?? '',
  withheldReasons: answer?.withheldReasons ?? '',
  conditions: (answer?.conditions ?? []).map(({ condition, reason }) => ({
    clause: condition.clause,
    parameters: { ...condition.parameters },
    reason,
  })),
});

/**
 * The position as it is sent. Conditions go with an approval alone, and with the parameters of their own clause: what was
 * typed for another one before stays behind.
 */
export const askedFor = ({ conditions, ...position }: Partial<PositionValues>, clauses: readonly Clause[]) => ({
  ...position,
  conditions:
    position.position === 'approve-with-conditions'
      ? (conditions ?? []).map(({ clause, parameters, reason }) => ({
          clause,
          reason,
          parameters: ownParameters(
            clauses.find((each) => each.clause === clause),
            parameters,
          ),
        }))
      : [],
});

const ownParameters = (clause: Clause | undefined, typed: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => clause?.parameters.some((each) => each.name === name)));
