import { Link, useLocation } from 'react-router';
import { useAddress } from '../../ui/address';
import { Say, useSay } from '../../words/say';

export const caseTabs = ['overview', 'items', 'parties', 'documents', 'notes', 'history'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** The part of a case that the address asks for. */
export const useCaseTab = (): CaseTab => {
  const asked = useAddress().get('tab');
  return caseTabs.find((each) => each === asked) ?? 'overview';
};

/** The parts of a case, each with an address of its own. */
export const CaseTabs = ({ tabs }: { readonly tabs: readonly CaseTab[] }) => {
  const say = useSay();
  const current = useCaseTab();
  const { pathname, search } = useLocation();
  const to = (tab: CaseTab) => {
    const parameters = new URLSearchParams(search);
    if (tab === 'overview') parameters.delete('tab');
    else parameters.set('tab', tab);
    return `${pathname}?${parameters.toString()}`;
  };
  return (
    <nav aria-label={say('cases.tabs')}>
      <ul className="tabs">
        {tabs.map((tab) => (
          <li key={tab}>
            <Link to={to(tab)} aria-current={tab === current ? 'page' : undefined} preventScrollReset>
              <Say id={`cases.tab.${tab}`} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
