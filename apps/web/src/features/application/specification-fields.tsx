import { useRef, type ReactNode } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { CheckboxField, RadioField } from '../../forms/choices';
import { FieldError, TextField } from '../../forms/fields';
import { idOfField, useFieldLabel } from '../../forms/labels';
import { Button } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { emptyDie, emptyRate, type ItemValues } from './item-values';

/** What the figures of an item are, by the kind of item it is. */
export const SpecificationFields = () => {
  const say = useSay();
  const kind = useWatch<ItemValues, 'specification.kind'>({ name: 'specification.kind' });
  return (
    <>
      <h2 className="item-form__heading">
        <Say id="exporter.item.specification" />
      </h2>
      <RadioField
        name="specification.kind"
        label={say('exporter.item.kind')}
        options={[
          { value: 'integrated-circuit', label: say('kind.integrated-circuit') },
          { value: 'high-bandwidth-memory', label: say('kind.high-bandwidth-memory') },
        ]}
      />
      {kind === 'high-bandwidth-memory' ? <MemoryFields /> : <CircuitFields />}
    </>
  );
};

const MemoryFields = () => {
  const say = useSay();
  return (
    <>
      <Figure name="bandwidthGBs" unit={say('unit.gbs')} />
      <Figure name="packageAreaMm2" unit={say('unit.mm2')} isOptional />
    </>
  );
};

type FigureName = 'bandwidthGBs' | 'packageAreaMm2' | 'dramBandwidthGBs' | 'interconnectBandwidthGBs';

const Figure = ({
  name,
  unit,
  isOptional = false,
}: {
  readonly name: FigureName;
  readonly unit: string;
  readonly isOptional?: boolean;
}) => {
  const say = useSay();
  return (
    <TextField
      name={`specification.${name}`}
      label={say(`exporter.item.${name}`)}
      hint={<Say id={`exporter.item.${name}.hint`} />}
      unit={unit}
      inputMode="decimal"
      size="small"
      isOptional={isOptional}
    />
  );
};

const CircuitFields = () => {
  const say = useSay();
  const undisclosed = useWatch<ItemValues, 'diesUndisclosed'>({ name: 'diesUndisclosed' });
  return (
    <>
      <Rows
        name="specification.rates"
        legend="exporter.item.rates"
        hint="exporter.item.rates.hint"
        add="exporter.item.rates.add"
        blank={emptyRate}
      >
        {(at, number) => (
          <>
            <TextField name={`${at}.format`} label={say('exporter.item.rate.format', { number })} size="small" />
            <TextField
              name={`${at}.bits`}
              label={say('exporter.item.rate.bits', { number })}
              inputMode="numeric"
              size="small"
            />
            <TextField
              name={`${at}.denseTops`}
              label={say('exporter.item.rate.denseTops', { number })}
              inputMode="decimal"
              size="small"
            />
          </>
        )}
      </Rows>
      {undisclosed !== true && (
        <Rows
          name="specification.dies"
          legend="exporter.item.dies"
          hint="exporter.item.dies.hint"
          add="exporter.item.dies.add"
          blank={emptyDie}
        >
          {(at, number) => (
            <>
              <TextField
                name={`${at}.areaMm2`}
                label={say('exporter.item.die.area', { number })}
                unit={say('unit.mm2')}
                inputMode="decimal"
                size="small"
              />
              <CheckboxField name={`${at}.nonPlanar`} label={say('exporter.item.die.nonPlanar', { number })} />
            </>
          )}
        </Rows>
      )}
      <CheckboxField
        name="diesUndisclosed"
        label={say('exporter.item.diesUndisclosed')}
        hint={say('exporter.item.diesUndisclosed.hint')}
      />
      <RadioField
        name="specification.designedOrMarketedForDatacentre"
        label={say('exporter.item.datacentre')}
        hint={<Say id="exporter.item.datacentre.hint" />}
        options={[
          { value: 'yes', label: say('ui.yes') },
          { value: 'no', label: say('ui.no') },
          { value: 'unknown', label: say('ui.unknown') },
        ]}
      />
      <Figure name="dramBandwidthGBs" unit={say('unit.gbs')} isOptional />
      <Figure name="interconnectBandwidthGBs" unit={say('unit.gbs')} isOptional />
    </>
  );
};

interface RowsProps {
  readonly name: 'specification.rates' | 'specification.dies';
  readonly legend: 'exporter.item.rates' | 'exporter.item.dies';
  readonly hint: 'exporter.item.rates.hint' | 'exporter.item.dies.hint';
  readonly add: 'exporter.item.rates.add' | 'exporter.item.dies.add';
  readonly blank: object;
  readonly children: (at: string, number: number) => ReactNode;
}

/** Rows of fields that can be added and removed; the last one stays. */
const Rows = ({ name, legend, hint, add, blank, children }: RowsProps) => {
  const say = useSay();
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  const addButton = useRef<HTMLDivElement>(null);
  useFieldLabel(name, say(legend));
  return (
    <fieldset className="usa-fieldset fieldset rows">
      <legend className="usa-legend">
        <Say id={legend} />
      </legend>
      <p className="usa-hint">
        <Say id={hint} />
      </p>
      <FieldError name={name} />
      {fields.map(({ id }, index) => (
        <div key={id} className="rows__row">
          {children(`${name}.${index}`, index + 1)}
          {fields.length > 1 && (
            <Button
              look="quiet"
              label={say('exporter.item.removeRow', { what: say(legend), number: index + 1 })}
              onClick={() => {
                remove(index);
                addButton.current?.querySelector('button')?.focus();
              }}
            >
              <Say id="ui.remove" />
            </Button>
          )}
        </div>
      ))}
      <div ref={addButton} id={idOfField(name)} tabIndex={-1}>
        <Button
          look="outline"
          onClick={() => append(blank, { focusName: `${name}.${fields.length}.${Object.keys(blank)[0] ?? ''}` })}
        >
          <Say id={add} />
        </Button>
      </div>
    </fieldset>
  );
};
