import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { paths } from '../../api/schema';
import { Empty } from '../../ui/states';
import { Say } from '../../words/say';

export type Found = paths['/api/v1/search']['get']['responses'][200]['content']['application/json']['items'][number];

const kinds = ['case', 'licence', 'person', 'command', 'fact'] as const;

interface FoundThingsProps {
  readonly asked: string;
  readonly found: readonly Found[];
  readonly most: number;
}

/** What a search found, by kind, each with the way to it. */
export const FoundThings = ({ asked, found, most }: FoundThingsProps) => (
  <div className="found">
    <p className="found__count" role="status">
      <Say id={found.length < most ? 'auditor.found' : 'auditor.found.more'} count={found.length} asked={asked} />
    </p>
    {found.length === 0 && (
      <Empty title={<Say id="auditor.found.none" asked={asked} />}>
        <p>
          <Say id="auditor.found.none.hint" />
        </p>
      </Empty>
    )}
    {kinds.map((kind) => {
      const those = found.filter((each) => each.kind === kind);
      if (those.length === 0) return null;
      return (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h3 id={`found-${kind}`}>
            <Say id={`auditor.found.${kind}`} count={those.length} />
          </h3>
          <ul className="found__list">
            {those.map((each) => (
              <li key={`${each.title} ${each.position ?? ''}`}>
                <FoundThing {...each} />
                <span className="found__detail">{each.detail}</span>
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </div>
);

const FoundThing = ({ kind, title, caseId, licenceNumber, person, position }: Found): ReactNode => {
  const history = `/audit/cases/${caseId ?? ''}`;
  switch (kind) {
    case 'case':
      return (
        <Ways to={history} title={title}>
          <Link to={`/cases/${caseId ?? ''}`}>
            <Say id="auditor.found.toCase" title={title} />
          </Link>
        </Ways>
      );
    case 'licence':
      return (
        <Ways to={`/licences/${licenceNumber ?? ''}`} title={title}>
          <Link to={history}>
            <Say id="auditor.found.toHistory" title={title} />
          </Link>
        </Ways>
      );
    case 'person':
      return <Ways to={`/audit?person=${encodeURIComponent(person ?? '')}`} title={title} />;
    case 'command':
      return <Ways to={`${history}?zoom=facts&command=${encodeURIComponent(title)}`} title={title} />;
    case 'fact':
      return (
        <Ways to={`${history}?at=${position ?? ''}`} title={title}>
          <Link to={`${history}?zoom=facts#fact-${position ?? ''}`}>
            <Say id="auditor.found.toFact" position={String(position ?? '')} />
          </Link>
        </Ways>
      );
  }
};

const Ways = ({
  to,
  title,
  children,
}: {
  readonly to: string;
  readonly title: string;
  readonly children?: ReactNode;
}) => (
  <p className="found__ways">
    <Link to={to} className="found__title">
      {title}
    </Link>
    {children !== undefined && <span className="found__also">{children}</span>}
  </p>
);
