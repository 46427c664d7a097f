import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Say, useSay } from '../words/say';
import type { HelpTopic } from '../features/help/topics';

export interface Crumb {
  readonly to: string;
  readonly name: string;
}

interface PageProps {
  /** Of the page and of the browser's tab. */
  readonly title: string;
  readonly help: HelpTopic;
  readonly crumbs?: readonly Crumb[];
  /** A line above the title: what kind of thing this is. */
  readonly caption?: ReactNode;
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** Queues and cases use the whole width; forms stay narrow enough to read. */
  readonly width?: 'narrow' | 'wide';
  /** Whether the page shows refused input: told in the tab's title. */
  readonly hasErrors?: boolean;
  readonly children: ReactNode;
}

/** One screen: its title, which takes the focus when the screen is entered, and its link to help. */
export const Page = ({
  title,
  help,
  crumbs = [],
  caption,
  lead,
  actions,
  width = 'wide',
  hasErrors = false,
  children,
}: PageProps) => {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${hasErrors ? say('ui.errorTitle', { title }) : title} – ${say('shell.name')}`;
  }, [hasErrors, say, title]);
  useEffect(() => {
    // A person who follows a link begins at the title, not where the last page left off.
    // The scroll position is the router's: at the top, or where a person was who comes back.
    if (entered) heading.current?.focus({ preventScroll: true });
    entered = true;
  }, []);
  return (
    <div className={`page page--${width}`}>
      {crumbs.length > 0 && (
        <nav className="usa-breadcrumb" aria-label={say('shell.crumbs')}>
          <ol className="usa-breadcrumb__list">
            {crumbs.map(({ to, name }) => (
              <li key={to} className="usa-breadcrumb__list-item">
                <Link to={to} className="usa-breadcrumb__link">
                  <span>{name}</span>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className="page__head">
        <div className="page__title">
          {caption !== undefined && <p className="page__caption">{caption}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        <div className="page__actions">
          {actions}
          <Link className="page__help" to={`/help/${help}`}>
            <Say id="ui.help" />
          </Link>
        </div>
      </header>
      {lead !== undefined && <p className="usa-intro page__lead">{lead}</p>}
      {children}
    </div>
  );
};

/** The first page of a visit leaves the focus where the browser puts it. */
let entered = false;
