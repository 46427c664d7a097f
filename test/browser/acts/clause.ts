import { countryName } from '@exeat/kernel';
import type { Locator } from 'playwright-core';

/** A clause of the library as one fills it in, by the names that are on the screen. */
export interface Clause {
  readonly clause: string;
  /** By label. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Country of a clause that names one. */
  readonly country?: string;
}
export interface Asked extends Clause {
  readonly reason: string;
}

/** Chooses a clause and fills in what it leaves open. */
export const fillInClause = async (form: Locator, { clause, ...open }: Clause): Promise<void> => {
  await form.getByLabel('Clause').selectOption({ label: clause });
  await fillInParameters(form, open);
};

/** Fills in what a clause leaves open. */
export const fillInParameters = async (form: Locator, { parameters = {}, country }: Omit<Clause, 'clause'>) => {
  for (const [label, value] of Object.entries(parameters)) await form.getByLabel(label).fill(value);
  if (country === undefined) return;
  await form.getByRole('combobox', { name: 'The country' }).click();
  await form.page().keyboard.type(countryName(country));
  await form
    .page()
    .getByRole('option', { name: countryName(country) })
    .click();
};
