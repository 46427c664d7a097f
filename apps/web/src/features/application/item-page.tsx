import { same } from '@exeat/kernel';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/problems';
import { TextArea, TextField } from '../../forms/fields';
import { Failed } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import { Computation } from './computation';
import type { Application, Item } from './data';
import { ApplicationFrame } from './frame';
import { itemOf, itemRules, valuesOf, type ItemValues } from './item-values';
import { applicationPath, pathOf } from './places';
import { SectionForm } from './section-form';
import { SpecificationFields } from './specification-fields';

/** One line, new or stored, with what it comes to beside it. */
export const ItemPage = () => {
  const say = useSay();
  const { line = 'new' } = useParams();
  const [times, setTimes] = useState(0);
  const title = line === 'new' ? say('exporter.item.new') : say('exporter.item.title', { line });
  return (
    <ApplicationFrame title={title} within="items" help="item" width="wide">
      {(application) => (
        <ItemForm
          key={`${line} ${times}`}
          application={application}
          place={line}
          onDiscard={() => setTimes(times + 1)}
        />
      )}
    </ApplicationFrame>
  );
};

const nextLine = (items: readonly Item[] = []): number => Math.max(0, ...items.map(({ line }) => line)) + 1;

interface ItemFormProps {
  readonly application: Application;
  /** The number of the line, as in the address; `new` for one that is not there yet. */
  readonly place: string;
  readonly onDiscard: () => void;
}

const ItemForm = ({ application, place, onDiscard }: ItemFormProps) => {
  const say = useSay();
  const { items = [] } = application.sections;
  const [index] = useState(() =>
    place === 'new' ? items.length : items.findIndex(({ line }) => String(line) === place),
  );
  const [opened] = useState(() => items[index]);
  if (place !== 'new' && opened === undefined) return <Failed error={new ApiProblem(404, 'NOT_FOUND', [])} />;
  const isOpened = (each: Item) => same(each, opened);
  return (
    <SectionForm<ItemValues>
      application={application}
      name={`items:${place}`}
      schema={itemRules(opened?.line ?? nextLine(items))}
      initial={valuesOf(opened)}
      at={`/sections/items/${index}`}
      part={({ items: now }) => now?.find(isOpened)}
      sections={(values, { items: now = [] }) => {
        const found = opened === undefined ? now.length : now.findIndex(isOpened);
        const at = found >= 0 ? found : now.findIndex(({ line }) => line === opened?.line);
        const upon = at >= 0 ? at : now.length;
        const item = itemOf(values, opened?.line ?? nextLine(now)) as Item;
        return { items: [...now.slice(0, upon), item, ...now.slice(upon + 1)] };
      }}
      onward={`${applicationPath(application.caseId)}/${pathOf.items}`}
      onDiscard={onDiscard}
    >
      <div className="item-form">
        <div className="item-form__fields">
          <h2>
            <Say id="exporter.item.what" />
          </h2>
          <TextField name="model" label={say('exporter.item.model')} size="medium" />
          <TextField name="manufacturer" label={say('exporter.item.manufacturer')} size="medium" />
          <TextArea name="description" label={say('exporter.item.description')} rows={3} most={2000} />
          <div className="form__row item-form__price">
            <TextField name="quantity" label={say('exporter.item.quantity')} inputMode="numeric" size="small" />
            <TextField
              name="unitPrice.amount"
              label={say('exporter.item.unitPrice')}
              inputMode="decimal"
              size="small"
            />
            <TextField name="unitPrice.currency" label={say('exporter.item.currency')} size="small" />
          </div>
          <SpecificationFields />
        </div>
        <Computation />
      </div>
    </SectionForm>
  );
};
