import { useSearchParams } from 'react-router';

/**
 * What a list shows, kept in the address: it can be sent to a colleague, and the back button undoes it. Values left empty
 * are not written.
 */
export const useAddress = () => {
  const [parameters, setParameters] = useSearchParams();
  return {
    get: (name: string): string | undefined => parameters.get(name) ?? undefined,
    all: (name: string): readonly string[] => parameters.get(name)?.split(',').filter(Boolean) ?? [],
    /** Writes some and leaves the others as they are. */
    set: (values: Readonly<Record<string, string | readonly string[] | undefined>>, replace = false): void =>
      setParameters(
        () => {
          // From the address itself: what is drawn may lag behind it by a moment, and would bring back what was just removed.
          const after = new URLSearchParams(window.location.search);
          for (const [name, value] of Object.entries(values)) {
            const text = Array.isArray(value) ? value.join(',') : (value as string | undefined);
            if (text === undefined || text === '') after.delete(name);
            else after.set(name, text);
          }
          return after;
        },
        { replace, preventScrollReset: true },
      ),
  };
};
