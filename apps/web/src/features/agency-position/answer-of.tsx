import { SummaryList } from '../../ui/summary-list';
import { Say } from '../../words/say';
import { PositionTag } from '../case/referrals-of';
import type { Referral } from './position-part';

/** The position of an agency as it stands, with its reasons and the conditions it asks for. */
export const AnswerOf = ({ answer }: { readonly answer: NonNullable<Referral['answer']> }) => {
  const { position, silent, reasons, withheldReasons, conditions, reviewer } = answer;
  return (
    <SummaryList
      rows={[
        {
          key: 'position',
          name: <Say id="review.position.current" />,
          value: <PositionTag stance={silent ? 'silent' : position} />,
        },
        ...(reviewer ? [{ key: 'reviewer', name: <Say id="review.position.by" />, value: reviewer.name }] : []),
        ...(reasons === undefined
          ? []
          : [{ key: 'reasons', name: <Say id="review.position.reasons" />, value: reasons }]),
        ...(withheldReasons === undefined
          ? []
          : [{ key: 'withheld', name: <Say id="review.position.withheld" />, value: withheldReasons }]),
        ...(conditions.length === 0
          ? []
          : [
              {
                key: 'conditions',
                name: <Say id="review.position.conditions" />,
                value: (
                  <ol className="conditions">
                    {conditions.map(({ condition, reason }) => (
                      <li key={condition.conditionId}>
                        {condition.text}
                        <span className="usa-hint">
                          {' '}
                          <Say id="review.position.because" reason={reason} />
                        </span>
                      </li>
                    ))}
                  </ol>
                ),
              },
            ]),
      ]}
    />
  );
};
