import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { api } from '../../api/client';
import { dataOf } from '../../api/reading';
import { Failed } from '../../ui/states';
import { Tag } from '../../ui/tag';
import { useDecimal } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { Classification, Specification } from './data';
import { Formulas } from './formulas';
import { computable, type ItemValues } from './item-values';

/** How long the typing rests before it is computed. */
const restMs = 250;

/** What the figures typed so far come to, computed by the server as they are typed; nothing is stored. */
export const Computation = () => {
  const say = useSay();
  const values = useWatch<ItemValues>() as ItemValues;
  const text = JSON.stringify(computable(values) ?? null);
  const rested = useRested(text, restMs);
  const specification = JSON.parse(rested) as Specification | null;
  // A newer question gives up an older one that is still under way: its signal is aborted.
  const query = useQuery({
    queryKey: ['classification', rested],
    queryFn: ({ signal }) =>
      dataOf(api.POST('/api/v1/classifications', { body: { specification: specification ?? nothing }, signal })),
    enabled: specification !== null,
    placeholderData: keepPreviousData,
  });
  const isBehind = text !== rested || query.isPlaceholderData;
  const result = specification === null ? undefined : query.data;
  return (
    <section className="card computation" aria-labelledby="computation-title" aria-busy={isBehind}>
      <div className="card__head">
        <h2 className="card__title" id="computation-title">
          <Say id="exporter.computation.title" />
        </h2>
      </div>
      <div className="card__body">
        {query.error && result === undefined && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {result === undefined ? (
          <p className="usa-hint">
            <Say id="exporter.computation.nothing" />
          </p>
        ) : (
          <Result result={result} specification={specification ?? nothing} />
        )}
        <Spoken result={isBehind ? undefined : result} />
        <p className="usa-hint computation__trial">{say('exporter.computation.trial')}</p>
      </div>
    </section>
  );
};

const nothing: Specification = {
  kind: 'integrated-circuit',
  rates: [],
  designedOrMarketedForDatacentre: 'unknown',
};

const Result = ({
  result,
  specification,
}: {
  readonly result: Classification;
  readonly specification: Specification;
}) => {
  const say = useSay();
  const { paragraph, limbs, missing, explanation, ruleSet } = result;
  const tone = paragraph === 'none' ? 'good' : paragraph === 'undetermined' ? 'neutral' : 'warn';
  return (
    <>
      <p className="computation__paragraph">
        <Tag tone={tone}>{say(`paragraph.${paragraph}`)}</Tag>{' '}
        {limbs.length > 0 && <Say id="exporter.computation.limbs" count={limbs.length} limbs={limbs.join(', ')} />}
      </p>
      {missing.length > 0 && (
        <div className="computation__missing">
          <p>
            <Say id="exporter.computation.missing" />
          </p>
          <ul className="usa-list">
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      )}
      <Formulas result={result} specification={specification} />
      <details className="computation__steps">
        <summary>
          <Say id="exporter.computation.steps" />
        </summary>
        <ol className="usa-list">
          {explanation.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <p className="usa-hint">
        <Say id="exporter.computation.ruleSet" ruleSet={ruleSet} />
      </p>
    </>
  );
};

/** The outcome for those who do not see it, once it has changed and no sooner. */
const Spoken = ({ result }: { readonly result: Classification | undefined }) => {
  const say = useSay();
  const decimal = useDecimal();
  const [said, setSaid] = useState('');
  const words =
    result &&
    say('exporter.computation.spoken', {
      paragraph: say(`paragraph.${result.paragraph}`),
      tpp: result.tpp === undefined ? 'none' : decimal(result.tpp),
      density: result.performanceDensity === undefined ? 'none' : decimal(result.performanceDensity),
      missing: result.missing.length,
    });
  useEffect(() => {
    if (words !== undefined) setSaid(words);
  }, [words]);
  return (
    <p className="usa-sr-only" aria-live="polite">
      {said}
    </p>
  );
};

/** A value once it has stayed the same for a while. */
const useRested = (value: string, ms: number): string => {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
};
