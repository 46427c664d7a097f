import type { ReactNode } from 'react';
import type { components } from '../../api/schema';
import { Alert } from '../../ui/alert';
import { Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { ParagraphTag } from '../case/finding-of';

/** What the rule set in force computes from the specification: the figures, and each step with its numbers. */
export const Computation = ({ computation }: { readonly computation: components['schemas']['Classification'] }) => {
  const { paragraph, limbs, tpp, performanceDensity, memoryBandwidthDensity, missing, explanation, ruleSet } =
    computation;
  return (
    <div className="review-computation">
      <p className="review-computation__outcome">
        <Say id="review.computed" paragraph={<ParagraphTag paragraph={paragraph} />} />
        {limbs.length > 0 && (
          <span className="usa-hint">
            <Say id="review.limbs" limbs={limbs.join(', ')} />
          </span>
        )}
      </p>
      <dl className="review-computation__figures">
        <Figure name={<Say id="unit.tpp" />} value={tpp} />
        <Figure name={<Say id="review.density" />} value={performanceDensity} />
        <Figure name={<Say id="review.memoryDensity" />} value={memoryBandwidthDensity} />
      </dl>
      {missing.length > 0 && (
        <Alert kind="warning" isSlim>
          <Say id="review.missing" what={missing.join('; ')} />
        </Alert>
      )}
      <ol className="review-computation__steps">
        {explanation.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="usa-hint">
        <Say id="review.ruleSet" ruleSet={<code>{ruleSet}</code>} />
      </p>
    </div>
  );
};

const Figure = ({ name, value }: { readonly name: ReactNode; readonly value: string | undefined }) =>
  value === undefined ? null : (
    <div>
      <dt>{name}</dt>
      <dd>
        <Quantity value={value} />
      </dd>
    </div>
  );
