import { Link, useLocation } from 'react-router';
import { useAddress } from './address';

interface Tab {
  /** In the address; the empty one is shown where the address names none. */
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** Parts of a list or of a page, kept in the address. They are links: they can be opened beside and sent on. */
export const AddressTabs = ({
  name,
  label,
  tabs,
}: {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly Tab[];
}) => {
  const { search } = useLocation();
  const chosen = useAddress().get(name) ?? '';
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map(({ value, label: words, count }) => {
          const address = new URLSearchParams(search);
          if (value === '') address.delete(name);
          else address.set(name, value);
          return (
            <li key={value}>
              <Link
                to={`?${address.toString()}`}
                preventScrollReset
                aria-current={value === chosen ? 'true' : undefined}
              >
                {words}
                {count !== undefined && <span className="tabs__count">{count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
