import { useId, useRef, useState, type ReactNode } from 'react';
import { Say, useSay } from '../words/say';
import { useAddress } from './address';
import { Button } from './button';
import { useShortcut } from './shortcuts';

export interface Filter {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  /** What can be chosen; a text to search for where left out. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly type?: 'text' | 'date';
  /** Whether the list is filtered by a value that cannot be chosen, too: it has its chip then, to be removed by. */
  readonly takesOthers?: boolean;
}

interface FilterPanelProps {
  readonly filters: readonly Filter[];
  /** What else in the address ends with a change of filters, such as the page one is on. */
  readonly clears?: readonly string[];
  readonly children?: ReactNode;
}

/** Filters in the address, with a chip for each in use that removes it (the Ministry of Justice's filter panel). */
export const FilterPanel = ({ filters, clears = [], children }: FilterPanelProps) => {
  const address = useAddress();
  const cleared = Object.fromEntries(clears.map((name) => [name, undefined]));
  const say = useSay();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useShortcut('/', say('ui.filters.find'), () => form.current?.querySelector('input')?.focus());
  const used = filters.flatMap((filter) => {
    const value = address.get(filter.name);
    if (value === undefined) return [];
    const chosen = filter.options?.find((option) => option.value === value);
    // A choice that is not there filters nothing.
    if (filter.options && !chosen && !filter.takesOthers) return [];
    return [{ ...filter, words: chosen?.label ?? value }];
  });
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const valueOf = (name: string) => typed[name] ?? address.get(name) ?? '';
  return (
    <section className="filters" aria-labelledby={id}>
      <h2 className="usa-sr-only" id={id}>
        <Say id="ui.filters.title" />
      </h2>
      <form
        ref={form}
        className="filters__form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          address.set({
            ...cleared,
            ...Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()])),
          });
          setTyped({});
        }}
      >
        {filters.map(({ name, label, options, type = 'text' }) => (
          <div key={name} className="filters__field">
            <label className="usa-label" htmlFor={`${id}-${name}`}>
              {label}
            </label>
            {options ? (
              <select
                id={`${id}-${name}`}
                className="usa-select"
                value={valueOf(name)}
                onChange={(event) => address.set({ ...cleared, [name]: event.target.value })}
              >
                <option value="">{say('ui.filters.any')}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`${id}-${name}`}
                className="usa-input"
                type={type}
                maxLength={100}
                autoComplete="off"
                value={valueOf(name)}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />
            )}
          </div>
        ))}
        <Button type="submit" look="outline">
          <Say id="ui.filters.apply" />
        </Button>
        {children}
      </form>
      {used.length > 0 && (
        <div className="filters__used">
          <ul aria-label={say('ui.filters.chosen')}>
            {used.map(({ name, label, words }) => (
              <li key={name}>
                <button
                  type="button"
                  className="chip"
                  aria-label={say('ui.filters.remove', { what: `${label}: ${words}` })}
                  onClick={() => {
                    setTyped({});
                    address.set({ ...cleared, [name]: undefined });
                  }}
                >
                  {label}: {words} <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ul>
          <Button
            look="quiet"
            onClick={() => {
              setTyped({});
              address.set({ ...cleared, ...Object.fromEntries(filters.map(({ name }) => [name, undefined])) });
            }}
          >
            <Say id="ui.filters.clear" />
          </Button>
        </div>
      )}
    </section>
  );
};
