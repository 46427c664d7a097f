import type { ReactNode } from 'react';
import { problemOf } from '../api/problems';
import { Say } from '../words/say';
import { Alert } from './alert';
import { Button } from './button';

/** While something is read for the first time: the shape of what is coming. */
export const Loading = ({ rows = 4 }: { readonly rows?: number }) => (
  <div className="skeleton" role="status">
    <span className="usa-sr-only">
      <Say id="ui.loading" />
    </span>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className="skeleton__row" />
    ))}
  </div>
);

/** Where there is nothing to show: what would be here, and what to do. */
export const Empty = ({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) => (
  <div className="empty">
    <p className="empty__title">{title}</p>
    {children}
  </div>
);

/** Why something could not be shown, in words, with the way out that there is. */
export const Failed = ({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) => {
  const problem = problemOf(error);
  if (problem.isNotThere)
    return (
      <Alert kind="warning" title={<Say id="ui.notFound.title" />}>
        <Say id="ui.notFound.body" />
      </Alert>
    );
  return (
    <Alert
      kind={problem.status === 403 ? 'warning' : 'error'}
      title={<Say id={problem.status === 403 ? 'ui.notAllowed.title' : 'ui.failed.title'} />}
      isNews
    >
      <ProblemText error={problem} />
      {onRetry && problem.status !== 403 && (
        <p>
          <Button look="outline" onClick={onRetry}>
            <Say id="ui.retry" />
          </Button>
        </p>
      )}
    </Alert>
  );
};

/** A problem in words: what the server said, or why no server could say anything. */
export const ProblemText = ({ error }: { readonly error: unknown }) => {
  const problem = problemOf(error);
  if (problem.isSignedOut) return <Say id="ui.signedOutWhileSending" />;
  if (problem.status === 429) return <Say id="ui.tooMany" />;
  if (problem.status === 503) return <Say id="ui.unavailable" />;
  if (problem.isPassing) return <Say id="ui.noAnswer" />;
  return (
    <>
      {problem.problems.map(({ code, sentence, pointer }) => (
        <p key={`${code}${pointer ?? ''}${sentence}`}>{sentence}</p>
      ))}
      {problem.status >= 500 && problem.requestId !== undefined && (
        <p className="usa-hint">
          <Say id="ui.requestId" requestId={problem.requestId} />
        </p>
      )}
    </>
  );
};
