import { useCallback, type ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { WordId } from './words';

type Plain = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;
type Rich = Readonly<Record<string, ReactNode | Date | ((parts: readonly ReactNode[]) => ReactNode)>>;
type RichValues = Parameters<IntlShape['formatMessage']>[1];

/** A message of the message files, by its name. Tags in it are given as functions: `b={(text) => <b>{text}</b>}`. */
export const Say = ({ id, ...values }: { readonly id: WordId } & Rich) =>
  useIntl().formatMessage({ id }, values as RichValues);

/** The same as text, for attributes and titles. */
export const useSay = (): ((id: WordId, values?: Plain) => string) => {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
};
