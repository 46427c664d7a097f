import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { api } from '../../api/client';
import { problemOf } from '../../api/problems';
import { dataOf, listKey } from '../../api/reading';
import { useAddress } from '../../ui/address';
import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { Failed, Loading } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import { FoundThings } from './found';

/** How many things a search shows. */
const most = 100;

/** One field that searches everything; what was searched for is kept in the address. */
export const Search = () => {
  const say = useSay();
  const id = useId();
  const address = useAddress();
  const asked = address.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  const field = useRef<HTMLInputElement>(null);
  useShortcut('s', say('auditor.search.label'), () => field.current?.focus());
  const found = useQuery({
    queryKey: listKey('search', asked),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/search', { params: { query: { q: asked, limit: most } }, signal })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const refused = asked === '' || !found.error ? undefined : problemOf(found.error);
  const isAtField = refused !== undefined && (refused.status === 400 || refused.status === 422);

  return (
    <section className="audit-search" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="usa-sr-only">
        <Say id="auditor.search" />
      </h2>
      <form
        role="search"
        aria-label={say('auditor.search')}
        onSubmit={(event) => {
          event.preventDefault();
          address.set({ q: typed.trim() });
          if (typed.trim() === asked) void found.refetch();
        }}
      >
        <div className={isAtField ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
          <label className="usa-label" htmlFor={id}>
            <Say id="auditor.search.label" />
          </label>
          <p className="usa-hint" id={`${id}-hint`}>
            <Say id="auditor.search.hint" />
          </p>
          {isAtField && (
            <p className="usa-error-message" id={`${id}-error`} role="alert">
              {refused.problems.map(({ sentence }) => sentence).join(' ')}
            </p>
          )}
          <div className="audit-search__field">
            <input
              ref={field}
              id={id}
              className={isAtField ? 'usa-input usa-input--error' : 'usa-input'}
              type="search"
              autoComplete="off"
              maxLength={200}
              value={typed}
              aria-describedby={isAtField ? `${id}-error ${id}-hint` : `${id}-hint`}
              aria-invalid={isAtField || undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit">
              <Say id="auditor.search.find" />
            </Button>
            {asked !== '' && (
              <Button
                look="quiet"
                onClick={() => {
                  setTyped('');
                  address.set({ q: undefined });
                  field.current?.focus();
                }}
              >
                <Say id="auditor.search.clear" />
              </Button>
            )}
          </div>
        </div>
      </form>
      {asked !== '' && refused && !isAtField && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {asked !== '' &&
        !refused &&
        (found.data ? <FoundThings asked={asked} found={found.data.items} most={most} /> : <Loading />)}
    </section>
  );
};
