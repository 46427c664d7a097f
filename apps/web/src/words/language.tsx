import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { english } from './words';

/** How the reader writes dates, numbers and money, among those who read English. */
const locale = navigator.languages.find((language) => /^en(-|$)/.test(language)) ?? 'en-GB';

export const Language = ({ children }: { readonly children: ReactNode }) => (
  <IntlProvider locale={locale} defaultLocale="en" messages={english}>
    {children}
  </IntlProvider>
);
