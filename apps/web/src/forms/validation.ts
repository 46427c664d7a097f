import './no-code-from-text';
import { invalidFields } from '@exeat/kernel';
import { toNestErrors } from '@hookform/resolvers';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/** The server's schema as the rules of a form: the same problems in the same words, before anything is sent. */
export const rulesOf =
  <Values extends FieldValues>(schema: z.ZodType): Resolver<Values> =>
  (values, _context, options) => {
    const parsed = schema.safeParse(withoutBlanks(values));
    if (parsed.success) return { values, errors: {} };
    const told = invalidFields(parsed.error.issues).map(
      ({ pointer = '', sentence }) => [fieldAt(pointer), sentence] as const,
    );
    // Of several problems of a field the first is shown; the others follow once it is mended.
    const first = new Map([...told].reverse().map(([field, message]) => [field, { type: 'rule', message }]));
    return { values: {}, errors: toNestErrors<Values>(Object.fromEntries(first), options) };
  };

/** What a form's fields hold, without those left empty: an empty field is one that was not given. */
export const withoutBlanks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== '' && each !== undefined && each !== null)
      .map(([key, each]) => [key, withoutBlanks(each)]),
  );
};

/**
 * Where a pointer into a list that was sent without some of its rows leads in the list as it was filled in. `isSent` says of
 * each row whether it was sent.
 */
export const pointerAmongAll = (pointer: string, list: string, isSent: readonly boolean[]): string => {
  const [row = '', ...rest] = pointer.startsWith(`${list}/`) ? pointer.slice(list.length + 1).split('/') : [];
  const places = isSent.flatMap((sent, place) => (sent ? [place] : []));
  const place = /^\d+$/.test(row) ? places[Number(row)] : undefined;
  return place === undefined ? pointer : [list, place, ...rest].join('/');
};

/** The field a JSON pointer leads to: `/items/0/model` is `items.0.model`. */
export const fieldAt = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
