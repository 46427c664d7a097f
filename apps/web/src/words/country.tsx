import '../forms/no-code-from-text';
import { countryName } from '@exeat/kernel';
import iso from 'i18n-iso-countries';
import en from 'i18n-iso-countries/langs/en.json';

// A browser is given the names of one language alone.
iso.registerLocale(en);

/** A country by its name, as the export rules write it. */
export const Country = ({ code }: { readonly code: string }) => <>{countryName(code)}</>;
