import { DutyOf } from '../case/conditions-of';
import { useClauses, type Clause } from '../clauses/use-clauses';
import { WordChanges } from '../clauses/word-changes-of';
import { SummaryList } from '../../ui/summary-list';
import { Tag } from '../../ui/tag';
import { Say } from '../../words/say';
import { ConditionActs, type Act } from './condition-acts';
import { ConditionHistory } from './condition-history';
import type { CaseCondition, LicensingCase } from './licensing-case';
import { StandingTag } from './standing-tag';
import type { Adopting } from './use-adopting';

interface ConditionCardProps {
  readonly view: LicensingCase;
  readonly condition: CaseCondition;
  readonly place: number;
  readonly isCurrent: boolean;
  readonly mayAct: boolean;
  readonly proposer: string;
  readonly open: Act | undefined;
  readonly adopting: Adopting;
  readonly onAct: (act: Act | undefined) => void;
}

export const cardId = (conditionId: string) => `condition-${conditionId}`;

/** A condition with where it comes from, the text that binds now, and what became of it. */
export const ConditionCard = ({
  view,
  condition,
  place,
  isCurrent,
  mayAct,
  proposer,
  open,
  adopting,
  onAct,
}: ConditionCardProps) => {
  const { conditionId, standing, proposal, current, changes } = condition;
  const clause = useClauseOf(condition);
  const id = cardId(conditionId);
  return (
    <article
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-current={isCurrent ? 'true' : undefined}
      className={`condition condition--${standing}${isCurrent ? ' condition--current' : ''}`}
    >
      <div className="condition__head">
        <h3 id={`${id}-title`}>
          <Say
            id="decision.condition.title"
            place={place}
            of={view.conditions.length}
            clause={clause?.title ?? current.clause}
          />
        </h3>
        <div className="condition__tags">
          {clause?.financial && (
            <Tag>
              <Say id="decision.condition.financial" />
            </Tag>
          )}
          <StandingTag standing={standing} />
        </div>
      </div>
      <p className="condition__label">
        <Say id={`decision.condition.now.${standing}`} />
      </p>
      <blockquote className="condition__text">{current.text}</blockquote>
      <p>
        <strong>
          <DutyOf duty={current.duty} />
        </strong>
      </p>
      {standing === 'reworded' && (
        <div className="condition__changed">
          <h4>
            <Say id="decision.condition.changed" />
          </h4>
          <p>
            <WordChanges before={proposal.condition.text} after={current.text} />
          </p>
        </div>
      )}
      <SummaryList
        rows={[
          { key: 'by', name: <Say id="decision.condition.proposedBy" />, value: proposer },
          { key: 'why', name: <Say id="decision.condition.why" />, value: proposal.reason },
          {
            key: 'clause',
            name: <Say id="decision.condition.clause" />,
            value: (
              <>
                <Say
                  id="decision.condition.version"
                  clause={<code>{current.clause}</code>}
                  version={current.clauseVersion}
                />
                {clause && (
                  <>
                    {' '}
                    <cite className="condition__source">{clause.source}</cite>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {changes.length > 0 && <ConditionHistory changes={changes} />}
      {mayAct && (
        <ConditionActs
          view={view}
          condition={condition}
          clause={clause}
          open={open}
          onAct={onAct}
          adopting={adopting}
        />
      )}
    </article>
  );
};

/** The clause of a condition, in the condition's version: the library lists the latest alone. */
const useClauseOf = ({ current }: CaseCondition): Clause | undefined =>
  useClauses().data?.items.find(
    ({ clause, version }) => clause === current.clause && version === current.clauseVersion,
  );
