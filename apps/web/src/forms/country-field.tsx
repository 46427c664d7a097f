import { countryName } from '@exeat/kernel';
import iso from 'i18n-iso-countries';
import en from 'i18n-iso-countries/langs/en.json';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useController, useFormContext } from 'react-hook-form';
import type { ReactNode } from 'react';
import { Say, useSay } from '../words/say';
import { Field } from './fields';

iso.registerLocale(en);

const countries = Object.keys(iso.getAlpha2Codes())
  .map((code) => ({ code, name: countryName(code) }))
  .sort((one, other) => one.name.localeCompare(other.name));

interface CountryFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOptional?: boolean;
}

/** A country, found by its name or its ISO code. */
export const CountryField = (field: CountryFieldProps) => {
  const { control } = useFormContext();
  const { field: chosen } = useController({ name: field.name, control });
  const say = useSay();
  const value = typeof chosen.value === 'string' && chosen.value !== '' ? chosen.value : null;
  return (
    <Field {...field}>
      {(ids) => (
        <ComboBox
          aria-label={field.label}
          className="combobox"
          selectedKey={value}
          defaultItems={countries}
          defaultFilter={(text, typed) =>
            text.toLocaleLowerCase().includes(typed.toLocaleLowerCase()) ||
            text.endsWith(` (${typed.toLocaleUpperCase()})`)
          }
          onSelectionChange={(key) => chosen.onChange(key === null ? '' : String(key))}
          menuTrigger="focus"
        >
          <div className="combobox__field">
            <Input {...ids} className="usa-input" onBlur={chosen.onBlur} autoComplete="off" />
            <Button className="combobox__open" aria-label={say('ui.combobox.open')}>
              <svg viewBox="0 0 12 8" width="12" height="8" aria-hidden="true" focusable="false">
                <path d="M1 1.5 6 6.5 11 1.5" fill="none" stroke="currentColor" strokeWidth="2" />
              </svg>
            </Button>
          </div>
          <Popover className="combobox__popover">
            <ListBox
              className="combobox__list"
              renderEmptyState={() => (
                <div className="combobox__empty">
                  <Say id="ui.combobox.empty" />
                </div>
              )}
            >
              {({ code, name }: (typeof countries)[number]) => (
                <ListBoxItem id={code} textValue={`${name} (${code})`} className="combobox__item">
                  {name} <span className="combobox__code">{code}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </Field>
  );
};
