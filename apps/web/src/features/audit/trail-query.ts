import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf, listKey } from '../../api/reading';
import { useAddress } from '../../ui/address';
import { trailPage, type TrailFilter } from '../history/trail-page';

/** Where the trail has come to by now. */
const headQuery = queryOptions({
  queryKey: listKey('audit-trail', 'head'),
  queryFn: async ({ signal }) => (await trailPage({ order: 'newest', limit: 1 }, signal)).position,
});
export const useTrailHead = () => useQuery(headQuery);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const personId = /^[a-z0-9]+([:.@_-][a-z0-9]+)*$/;

/** The id of a case by the number people know it by; null where no case has it. */
const caseByNumber = async (number: string, signal: AbortSignal): Promise<string | null> => {
  const { items } = await dataOf(
    api.GET('/api/v1/cases', { params: { query: { number: number.toUpperCase(), limit: 1 } }, signal }),
  );
  return items[0]?.caseId ?? null;
};

/** The id of somebody by their name; null where nobody, or more than one, is called so. */
const personByName = async (name: string, signal: AbortSignal): Promise<string | null> => {
  const { items } = await dataOf(api.GET('/api/v1/search', { params: { query: { q: name, limit: 100 } }, signal }));
  const called = items.filter(
    ({ kind, title }) => kind === 'person' && title.toLocaleLowerCase() === name.toLocaleLowerCase(),
  );
  return called.length === 1 ? (called[0]?.person ?? null) : null;
};

/** What the address says of the trail. A case may be named by its number and a person by their name. */
export const useTrailFilter = () => {
  const address = useAddress();
  const [asCase, asPerson] = [address.get('case'), address.get('person')];
  const isNumber = asCase !== undefined && !uuid.test(asCase);
  const isName = asPerson !== undefined && !personId.test(asPerson);
  const byNumber = useQuery({
    queryKey: listKey('case-by-number', asCase),
    queryFn: ({ signal }) => caseByNumber(asCase ?? '', signal),
    enabled: isNumber,
  });
  const byName = useQuery({
    queryKey: listKey('person-by-name', asPerson),
    queryFn: ({ signal }) => personByName(asPerson ?? '', signal),
    enabled: isName,
  });
  const place = (name: string) => {
    const value = address.get(name);
    return value !== undefined && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
  };
  const caseId = isNumber ? (byNumber.data ?? undefined) : asCase;
  const person = isName ? (byName.data ?? undefined) : asPerson;
  const [type, from, to, text] = ['type', 'from', 'to', 'text'].map((name) => address.get(name));
  const [upTo, before] = [place('upTo'), place('before')];
  const filter: TrailFilter = {
    ...(caseId !== undefined && { case: caseId }),
    ...(person !== undefined && { person }),
    ...(type !== undefined && { type }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(text !== undefined && { q: text }),
    ...(upTo !== undefined && { upTo }),
    order: 'newest',
  };
  return {
    filter,
    before,
    /** Whether names are still looked up. */
    isLookedUp: !((isNumber && byNumber.isPending) || (isName && byName.isPending)),
    error: byNumber.error ?? byName.error,
    /** What no case or person is called. */
    unknown: {
      case: isNumber && byNumber.data === null ? asCase : undefined,
      person: isName && byName.data === null ? asPerson : undefined,
    },
  };
};
