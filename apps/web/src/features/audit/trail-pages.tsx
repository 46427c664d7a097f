import { Link, useLocation } from 'react-router';
import { Say, useSay } from '../../words/say';

interface TrailPagesProps {
  /** The position that this page lies before; the first page where left out. */
  readonly before: number | undefined;
  /** The last position shown, where there is more. */
  readonly last: number | undefined;
}

/** To what is older, and back to the newest; each an address. */
export const TrailPages = ({ before, last }: TrailPagesProps) => {
  const say = useSay();
  const { search } = useLocation();
  const to = (position: number | undefined) => {
    const parameters = new URLSearchParams(search);
    if (position === undefined) parameters.delete('before');
    else parameters.set('before', String(position));
    return `?${parameters.toString()}`;
  };
  if (before === undefined && last === undefined) return null;
  return (
    <nav className="trail__pages" aria-label={say('auditor.trail.pages')}>
      {before !== undefined && (
        <Link to={to(undefined)}>
          <Say id="auditor.trail.newest" />
        </Link>
      )}
      {last !== undefined && (
        <Link to={to(last)}>
          <Say id="auditor.trail.older" />
        </Link>
      )}
    </nav>
  );
};
