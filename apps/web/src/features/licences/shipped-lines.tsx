import { useFieldArray, useFormContext } from 'react-hook-form';
import { FieldError, TextField } from '../../forms/fields';
import { useFieldLabel } from '../../forms/labels';
import { Button } from '../../ui/button';
import { Money, Quantity } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { asksForCertificates, coveredUnits } from './drawn-down';
import type { Licence } from './licence-reading';

export interface ShippedLine {
  readonly line: number;
  readonly quantity: string;
  readonly value?: { readonly amount: string };
}

/** The lines of a shipment, each with what is left of it beside; the others of the licence can be added. */
export const ShippedLines = ({ licence }: { readonly licence: Licence }) => {
  const say = useSay();
  const { control } = useFormContext<{ lines: ShippedLine[] }>();
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' });
  useFieldLabel('lines', say('licences.ship.lines'));
  const others = licence.lines.filter(({ line }) => !fields.some((each) => each.line === line));
  return (
    <div id="field-lines" tabIndex={-1}>
      <FieldError name="lines" />
      {fields.map(({ id, line: number }, index) => {
        const line = licence.lines.find((each) => each.line === number);
        if (!line) return null;
        return (
          <fieldset key={id} className="shipping__line">
            <legend>
              <Say id="licences.lineOf" line={number} model={line.model} />
            </legend>
            <div className="form__row">
              <TextField
                name={`lines.${index}.quantity`}
                label={say('licences.ship.quantity')}
                inputMode="numeric"
                size="small"
                hint={
                  <>
                    <Say
                      id="licences.ship.left"
                      left={<Quantity value={line.quantityLeft} />}
                      quantity={<Quantity value={line.quantity} />}
                    />
                    {asksForCertificates(licence) && (
                      <>
                        {' '}
                        <Say
                          id="licences.ship.covered"
                          quantity={<Quantity value={coveredUnits(licence, number).toString()} />}
                        />
                      </>
                    )}
                  </>
                }
              />
              <TextField
                name={`lines.${index}.value.amount`}
                label={say('licences.ship.value', { currency: line.value.currency })}
                inputMode="decimal"
                size="small"
                isOptional
                hint={
                  <Say
                    id="licences.ship.value.hint"
                    price={<Money value={line.unitPrice} />}
                    left={<Money value={{ amount: line.valueLeft, currency: line.value.currency }} />}
                  />
                }
              />
            </div>
            {fields.length > 1 && (
              <Button
                look="quiet"
                label={say('ui.removeWhat', { what: say('licences.lineOf', { line: number, model: line.model }) })}
                onClick={() => remove(index)}
              >
                <Say id="ui.remove" />
              </Button>
            )}
          </fieldset>
        );
      })}
      {others.map(({ line, model }) => (
        <p key={line}>
          <Button look="outline" onClick={() => append({ line, quantity: '', value: { amount: '' } })}>
            <Say id="licences.ship.add" line={line} model={model} />
          </Button>
        </p>
      ))}
    </div>
  );
};
