import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Say } from '../words/say';
import { Field, FieldError, type FieldProps } from './fields';
import { idOfField, useFieldLabel } from './labels';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

export const SelectField = ({
  options,
  empty,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly empty?: string }) => {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(ids) => (
        <select {...ids} {...register(field.name)} className="usa-select">
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

/** One of a few. The first carries the field's id, so that the summary of problems leads to it. */
export const RadioField = ({
  options,
  ...field
}: Omit<FieldProps, 'hidesLabel'> & { readonly options: readonly Option[] }) => (
  <Choices {...field} type="radio" options={options} />
);

/** Any of a few; the value is the list of those chosen. */
export const CheckboxesField = ({
  options,
  ...field
}: Omit<FieldProps, 'hidesLabel'> & { readonly options: readonly Option[] }) => (
  <Choices {...field} type="checkbox" options={options} />
);

const Choices = ({
  name,
  label,
  hint,
  isOptional = false,
  type,
  options,
}: Omit<FieldProps, 'hidesLabel'> & { readonly type: 'radio' | 'checkbox'; readonly options: readonly Option[] }) => {
  const { register, getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  useFieldLabel(name, label);
  const id = idOfField(name);
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const block = type === 'radio' ? 'usa-radio' : 'usa-checkbox';
  return (
    <div className={`usa-form-group${error ? ' usa-form-group--error' : ''}`}>
      <fieldset className="usa-fieldset" aria-describedby={described === '' ? undefined : described}>
        <legend className="usa-legend">
          {label}
          {isOptional && (
            <span className="usa-hint">
              {' ('}
              <Say id="ui.optional" />
              {')'}
            </span>
          )}
        </legend>
        {hint !== undefined && (
          <div className="usa-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        <FieldError name={name} />
        {options.map(({ value, label: words, hint: more }, index) => {
          const each = index === 0 ? id : `${id}-${value}`;
          return (
            <div key={value} className={block}>
              <input
                {...register(name)}
                id={each}
                type={type}
                value={value}
                className={`${block}__input`}
                // The label holds the hint as well, so that pressing it chooses; the name is the words alone.
                aria-labelledby={more === undefined ? undefined : `${each}-words`}
                aria-describedby={more === undefined ? undefined : `${each}-more`}
              />
              <label className={`${block}__label`} htmlFor={each}>
                <span id={`${each}-words`}>{words}</span>
                {more !== undefined && (
                  <span className={`${block}__label-description`} id={`${each}-more`}>
                    {more}
                  </span>
                )}
              </label>
            </div>
          );
        })}
      </fieldset>
    </div>
  );
};

/** One thing that is so or not. */
export const CheckboxField = ({ name, label, hint }: Pick<FieldProps, 'name' | 'label' | 'hint'>) => {
  const { register } = useFormContext();
  useFieldLabel(name, label);
  const id = idOfField(name);
  return (
    <div className="usa-form-group">
      <FieldError name={name} />
      <div className="usa-checkbox">
        <input
          {...register(name)}
          id={id}
          type="checkbox"
          className="usa-checkbox__input"
          aria-labelledby={hint === undefined ? undefined : `${id}-words`}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        <label className="usa-checkbox__label" htmlFor={id}>
          <span id={`${id}-words`}>{label}</span>
          {hint !== undefined && (
            <span className="usa-checkbox__label-description" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </label>
      </div>
    </div>
  );
};
