import { use, useEffect, useRef } from 'react';
import { useFormState, type FieldErrors } from 'react-hook-form';
import { Say, useSay } from '../words/say';
import { idOfField, LabelsOfFields } from './labels';

interface Told {
  readonly field: string;
  readonly message: string;
}

/** Every problem of a form, with links to its fields; it takes the focus each time the form was refused (GOV.UK). */
export const ErrorSummary = ({ id, attempts }: { readonly id: string; readonly attempts: number }) => {
  const { errors } = useFormState();
  const labels = use(LabelsOfFields);
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const told = [...listed(errors)].sort(byPlace);
  const some = told.length > 0;
  useEffect(() => {
    if (some) box.current?.focus();
  }, [attempts, some]);
  useEffect(() => {
    if (!some) return;
    const title = document.title;
    document.title = say('ui.errorTitle', { title });
    return () => {
      document.title = title;
    };
  }, [say, some]);
  if (!some) return null;
  return (
    <div className="usa-alert usa-alert--error error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={id}>
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading" id={id}>
          <Say id="ui.errorSummary.title" />
        </h2>
        <ul className="usa-list">
          {told.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${idOfField(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  const control = document.getElementById(idOfField(field));
                  control?.scrollIntoView({ block: 'center' });
                  control?.focus({ preventScroll: true });
                }}
              >
                {labels.of(field) === undefined
                  ? message
                  : say('ui.errorSummary.one', { label: labels.of(field), sentence: message })}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** As the fields stand on the page, whatever found what is wrong with them first. */
const byPlace = (one: Told, other: Told): number => {
  const [first, second] = [one, other].map(({ field }) => document.getElementById(idOfField(field)));
  if (!first || !second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
};

/** The errors of a form in the order of its fields, as react-hook-form nests them. */
const listed = (errors: FieldErrors | undefined, above = ''): readonly Told[] =>
  Object.entries(errors ?? {}).flatMap(([key, error]): readonly Told[] => {
    if (error === undefined || key === 'ref') return [];
    const field = above === '' ? key : `${above}.${key}`;
    if ('message' in error && typeof error.message === 'string') return [{ field, message: error.message }];
    return typeof error === 'object' ? listed(error as FieldErrors, field) : [];
  });
