import { Say } from '../../words/say';
import type { Condition } from './case-types';
import { Leaf } from './mark';

interface ConditionsProps {
  readonly conditions: readonly Condition[];
  /** The pointer of the list. */
  readonly at: string;
}

/** Conditions of a licence in their own words, each with what it makes the holder do and when. */
export const ConditionsOf = ({ conditions, at }: ConditionsProps) =>
  conditions.length === 0 ? (
    <p>
      <Say id="cases.conditions.none" />
    </p>
  ) : (
    <ol className="conditions">
      {conditions.map(({ conditionId, text, duty, clause, clauseVersion }, index) => (
        <li key={conditionId}>
          <p>
            <Leaf at={`${at}/${index}/text`}>{text}</Leaf>
          </p>
          <p className="conditions__duty">
            <strong>
              <DutyOf duty={duty} />
            </strong>{' '}
            <span className="usa-hint">
              <Say id="cases.conditions.clause" clause={<code>{clause}</code>} version={clauseVersion} />
            </span>
          </p>
        </li>
      ))}
    </ol>
  );

/** What a condition raises, and when it is due. */
export const DutyOf = ({ duty }: { readonly duty: Condition['duty'] }) => {
  switch (duty.when) {
    case 'always':
      return <Say id="cases.duty.always" />;
    case 'before-each-shipment':
      return <Say id="cases.duty.before-each-shipment" evidence={<Evidence of={duty.evidence} />} />;
    case 'after-each-shipment':
      return <Say id="cases.duty.after-each-shipment" evidence={<Evidence of={duty.evidence} />} days={duty.days} />;
    case 'each-quarter':
      return duty.percentOfShippedValue === undefined ? (
        <Say id="cases.duty.each-quarter" evidence={<Evidence of={duty.evidence} />} days={duty.days} />
      ) : (
        <Say
          id="cases.duty.payment"
          evidence={<Evidence of={duty.evidence} />}
          days={duty.days}
          percent={duty.percentOfShippedValue}
        />
      );
    case 'once':
      return <Say id="cases.duty.once" evidence={<Evidence of={duty.evidence} />} days={duty.days} />;
  }
};

const evidences = [
  'laboratory-certificate',
  'delivery-report',
  'end-use-statement',
  'aggregate-tpp-statement',
  'verification-consent',
  'revenue-share-remittance',
  'serial-number-inventory',
] as const;

/** What has to be filed, in words; what is not known here is named as the clause names it. */
export const Evidence = ({ of }: { readonly of: string }) => {
  const known = evidences.find((each) => each === of);
  return known === undefined ? <>{of.replaceAll('-', ' ')}</> : <Say id={`cases.evidence.${known}`} />;
};
