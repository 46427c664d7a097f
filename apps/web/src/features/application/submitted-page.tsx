import { ButtonLink } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { ApplicationFrame } from './frame';

/** What was done, and what happens next. */
export const SubmittedPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.submitted')} help="submit" always>
      {({ caseId, reference, number, status }) => (
        <>
          <div className="done-panel">
            <p className="done-panel__what">{reference}</p>
            <p>
              {number === undefined || status === 'submitted' ? (
                <Say id="exporter.submitted.waiting" />
              ) : (
                <Say id="exporter.submitted.number" number={number} b={(words) => <strong>{words}</strong>} />
              )}
            </p>
          </div>
          <h2>
            <Say id="exporter.submitted.next" />
          </h2>
          <ol className="usa-list">
            {(['registration', 'review', 'agencies', 'decision'] as const).map((step) => (
              <li key={step}>
                <Say id={`exporter.submitted.next.${step}`} />
              </li>
            ))}
          </ol>
          <p>
            <Say id="exporter.submitted.questions" />
          </p>
          <div className="form__end">
            <ButtonLink to={`/cases/${caseId}`}>
              <Say id="exporter.toCase" />
            </ButtonLink>
            <ButtonLink to="/my-cases" look="quiet">
              <Say id="exporter.toMyCases" />
            </ButtonLink>
          </div>
        </>
      )}
    </ApplicationFrame>
  );
};
