import { useEffect, useRef } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { SelectField } from '../../forms/choices';
import { FieldError, TextArea } from '../../forms/fields';
import { idOfField, useFieldLabel } from '../../forms/labels';
import { Button } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { ClauseParameters } from '../clauses/clause-parameters';
import type { Clause } from '../clauses/use-clauses';
import { piecesOf, type Typed } from '../clauses/wording';
import { WordingPreview } from '../clauses/wording-preview';
import { noCondition, type PositionValues } from './position-values';

/** The conditions that the agency asks for, each a clause of the library. */
export const ConditionsField = ({ clauses }: { readonly clauses: readonly Clause[] }) => {
  const say = useSay();
  const { fields, append, remove, replace } = useFieldArray<PositionValues, 'conditions'>({ name: 'conditions' });
  useFieldLabel('conditions', say('review.conditions'));
  const box = useRef<HTMLDivElement>(null);
  // Whoever chose to approve with conditions has one to fill in.
  const isEmpty = fields.length === 0;
  useEffect(() => {
    if (isEmpty) replace([noCondition]);
  }, [isEmpty, replace]);
  return (
    <div
      ref={box}
      className="conditions-field"
      id={idOfField('conditions')}
      tabIndex={-1}
      role="group"
      aria-label={say('review.conditions')}
    >
      <FieldError name="conditions" />
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="usa-fieldset conditions-field__one">
          <legend className="usa-legend">
            <Say id="review.condition" index={index + 1} />
          </legend>
          <ConditionField index={index} clauses={clauses} />
          {fields.length > 1 && (
            <Button
              look="quiet"
              label={say('review.condition.removeWhat', { index: index + 1 })}
              onClick={() => {
                remove(index);
                box.current?.focus();
              }}
            >
              <Say id="ui.remove" />
            </Button>
          )}
        </fieldset>
      ))}
      <Button look="outline" onClick={() => append(noCondition, { focusName: `conditions.${fields.length}.clause` })}>
        <Say id="review.condition.add" />
      </Button>
    </div>
  );
};

const ConditionField = ({ index, clauses }: { readonly index: number; readonly clauses: readonly Clause[] }) => {
  const say = useSay();
  const at = `conditions.${index}` as const;
  const chosen = useWatch<PositionValues, `conditions.${number}.clause`>({ name: `${at}.clause` });
  const clause = clauses.find((each) => each.clause === chosen);
  return (
    <>
      <SelectField
        name={`${at}.clause`}
        label={say('review.condition.clause')}
        empty={say('review.condition.choose')}
        options={clauses.map((each) => ({ value: each.clause, label: each.title }))}
      />
      {clause && (
        <>
          <About clause={clause} at={`${at}.parameters`} />
          <ClauseParameters clause={clause} at={`${at}.parameters`} />
          <WordingPreview clause={clause} at={`${at}.parameters`} />
        </>
      )}
      <TextArea name={`${at}.reason`} label={say('review.condition.reason')} rows={2} most={2000} />
    </>
  );
};

/** What the clause is for and what it makes the holder do, with what is typed. */
const About = ({ clause, at }: { readonly clause: Clause; readonly at: string }) => {
  const typed = (useWatch({ name: at }) ?? {}) as Typed;
  const { purpose, duty = '', parameters } = clause;
  return (
    <p className="usa-hint conditions-field__about">
      {purpose}{' '}
      {piecesOf({ wording: duty, parameters }, typed)
        .map(({ text }) => text)
        .join('')}
    </p>
  );
};
