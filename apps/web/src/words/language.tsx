import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { isPseudo, pseudo } from './pseudo';
import { english } from './words';

/** How the reader writes dates, numbers and money, among those who read English. */
const locale = navigator.languages.find((language) => /^en(-|$)/.test(language)) ?? 'en-GB';

const messages = isPseudo()
  ? Object.fromEntries(Object.entries(english).map(([id, message]) => [id, pseudo(message)]))
  : english;

export const Language = ({ children }: { readonly children: ReactNode }) => (
  <IntlProvider locale={locale} defaultLocale="en" messages={messages}>
    {children}
  </IntlProvider>
);
