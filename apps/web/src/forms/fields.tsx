import type { InputHTMLAttributes, ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Say } from '../words/say';
import { idOfField, useFieldLabel } from './labels';

export interface FieldProps {
  /** Where its value is among the form's values: `items.0.model`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOptional?: boolean;
  /** Where the label would repeat what is beside it, such as within a table. */
  readonly hidesLabel?: boolean;
}

interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label, hint and problem around one control. */
export const Field = ({
  name,
  label,
  hint,
  isOptional = false,
  hidesLabel = false,
  children,
}: FieldProps & { readonly children: (ids: ControlIds) => ReactNode }) => {
  const { getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  useFieldLabel(name, label);
  const id = idOfField(name);
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`usa-form-group${error ? ' usa-form-group--error' : ''}`}>
      <label className={`usa-label${error ? ' usa-label--error' : ''}${hidesLabel ? ' usa-sr-only' : ''}`} htmlFor={id}>
        {label}
        {isOptional && (
          <span className="usa-hint">
            {' ('}
            <Say id="ui.optional" />
            {')'}
          </span>
        )}
      </label>
      {hint !== undefined && (
        <div className="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError name={name} />
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
};

/** The problem of a field, in the words of the summary. */
export const FieldError = ({ name }: { readonly name: string }) => {
  const { getFieldState, formState } = useFormContext();
  const message = getFieldState(name, formState).error?.message;
  if (message === undefined || message === '') return null;
  return (
    <span className="usa-error-message" id={`${idOfField(name)}-error`}>
      <span className="usa-sr-only">
        <Say id="ui.error" />
        {': '}
      </span>
      {message}
    </span>
  );
};

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'date' | 'search';
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  /** Roughly how many characters are expected: as wide as that. */
  readonly size?: 'small' | 'medium' | 'full';
  /** Behind the field, such as `TOPS` or `mm²`. */
  readonly unit?: string;
  readonly max?: string;
  readonly min?: string;
}

export const TextField = ({
  type = 'text',
  inputMode,
  autoComplete = 'off',
  size = 'full',
  unit,
  min,
  max,
  ...field
}: TextFieldProps) => {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(ids) => {
        const input = (
          <input
            {...ids}
            {...register(field.name)}
            type={type}
            inputMode={inputMode}
            autoComplete={autoComplete}
            min={min}
            max={max}
            className={`usa-input input--${size}${ids['aria-invalid'] ? ' usa-input--error' : ''}`}
          />
        );
        return unit === undefined ? (
          input
        ) : (
          <div className={`usa-input-group input--${size}`}>
            {input}
            <div className="usa-input-suffix" aria-hidden="true">
              {unit}
            </div>
          </div>
        );
      }}
    </Field>
  );
};

export const TextArea = ({
  rows = 5,
  most,
  ...field
}: FieldProps & { readonly rows?: number; readonly most?: number }) => {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(ids) => (
        <>
          <textarea
            {...ids}
            {...register(field.name)}
            rows={rows}
            className={`usa-textarea${ids['aria-invalid'] ? ' usa-input--error' : ''}`}
          />
          {most !== undefined && <CharactersLeft name={field.name} most={most} />}
        </>
      )}
    </Field>
  );
};

/** How much room is left, said once it gets tight. */
const CharactersLeft = ({ name, most }: { readonly name: string; readonly most: number }) => {
  const value: unknown = useWatch({ name });
  const length = typeof value === 'string' ? value.length : 0;
  if (length < most * 0.75) return null;
  return (
    <div className="usa-hint" aria-live="polite">
      {length <= most ? (
        <Say id="ui.characters" left={most - length} />
      ) : (
        <Say id="ui.charactersOver" over={length - most} />
      )}
    </div>
  );
};
