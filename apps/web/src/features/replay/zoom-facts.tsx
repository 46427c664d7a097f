import { Fragment, useEffect } from 'react';
import { useLocation } from 'react-router';
import { Say, useSay } from '../../words/say';
import { idleDays } from '../history/acts';
import { FactDetails } from './fact-details';
import type { HistoryFact } from './history-query';
import { Idle } from './idle';
import { useMore } from './use-more';

interface ZoomProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
}

/** Facts as they are stored, with everything that is known about each. */
export const ZoomFacts = ({ caseId, facts }: ZoomProps) => {
  const say = useSay();
  const { hash } = useLocation();
  const { shown, more } = useMore(facts);
  useEffect(() => {
    if (/^#fact-\d+$/.test(hash)) document.getElementById(hash.slice(1))?.focus();
  }, [hash]);
  return (
    <>
      <ol className="raw-facts" aria-label={say('auditor.history.facts')}>
        {shown.map((fact, index) => {
          const before = shown[index - 1];
          return (
            <Fragment key={fact.position}>
              {before && <Idle days={idleDays(before.at, fact.at)} />}
              <li>
                <RawFact fact={fact} caseId={caseId} />
              </li>
            </Fragment>
          );
        })}
      </ol>
      {more}
    </>
  );
};

const RawFact = ({ fact, caseId }: { readonly fact: HistoryFact; readonly caseId: string }) => {
  const say = useSay();
  return (
    <article className="raw-fact" id={`fact-${fact.position}`} tabIndex={-1} aria-label={fact.sentence}>
      <header className="raw-fact__head">
        <h3>
          <code>{fact.type}</code>
        </h3>
        <p>{fact.sentence}</p>
      </header>
      <div className="raw-fact__parts">
        <FactDetails fact={fact} caseId={caseId} withoutSentence />
        <div className="raw-fact__data">
          <h4>
            <Say id="auditor.fact.data" />
          </h4>
          {/* A region that scrolls takes the focus, so that arrow keys can scroll it. */}
          <pre role="group" tabIndex={0} aria-label={say('auditor.fact.dataOf', { type: fact.type })}>
            {JSON.stringify(fact.data ?? null, undefined, 2)}
          </pre>
        </div>
      </div>
    </article>
  );
};
