import { WordChanges } from '../clauses/word-changes-of';
import { Say } from '../../words/say';
import type { CaseCondition } from './licensing-case';

/** All that was done to a condition, in order, each with who did it and why. */
export const ConditionHistory = ({ changes }: Pick<CaseCondition, 'changes'>) => (
  <details className="condition__history">
    <summary>
      <Say id="decision.condition.history" count={changes.length} />
    </summary>
    <ol>
      {changes.map(({ change, officer, reason, before, after }, index) => (
        <li key={index}>
          <p>
            <strong>
              {officer ? (
                <Say id={`decision.change.${change}.by`} name={officer.name} />
              ) : (
                <Say id={`decision.change.${change}`} />
              )}
            </strong>
            {reason !== undefined && <> {reason}</>}
          </p>
          {before !== undefined && after !== undefined && (
            <p>
              <WordChanges before={before} after={after} />
            </p>
          )}
        </li>
      ))}
    </ol>
  </details>
);
