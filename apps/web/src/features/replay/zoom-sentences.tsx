import { Fragment } from 'react';
import { Link } from 'react-router';
import { useSay, Say } from '../../words/say';
import { Moment, Quantity } from '../../words/format';
import { AssuranceOf } from '../history/person';
import { idleDays } from '../history/acts';
import type { HistoryFact } from './history-query';
import { Idle } from './idle';
import { useMore } from './use-more';

interface ZoomProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
}

/** One sentence for each fact. */
export const ZoomSentences = ({ facts }: ZoomProps) => {
  const say = useSay();
  const { shown, more } = useMore(facts);
  return (
    <>
      <Sentences facts={shown} label={say('auditor.history.sentences')} />
      {more}
    </>
  );
};

interface SentencesProps {
  readonly facts: readonly HistoryFact[];
  readonly label: string;
}

/** Sentences in order, and between them for how long nothing happened. */
export const Sentences = ({ facts, label }: SentencesProps) => (
  <ol className="timeline" aria-label={label}>
    {facts.map((fact, index) => {
      const before = facts[index - 1];
      return (
        <Fragment key={fact.position}>
          {before && <Idle days={idleDays(before.at, fact.at)} />}
          <li className="timeline__entry">
            <p className="timeline__title">{fact.sentence}</p>
            <p className="timeline__when">
              <Moment value={fact.at} />
              <span className="timeline__by">
                {fact.actorName}, {fact.organisationName} (<AssuranceOf assurance={fact.assurance} />)
              </span>
              <span className="timeline__by">
                <Link className="timeline__as-of" to={`?at=${fact.position}`}>
                  <Say id="auditor.history.asOf" position={<Quantity value={fact.position} />} />
                </Link>
              </span>
            </p>
          </li>
        </Fragment>
      );
    })}
  </ol>
);
