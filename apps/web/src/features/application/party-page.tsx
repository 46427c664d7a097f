import { partyRoles, partySchema, same } from '@exeat/kernel';
import { useState } from 'react';
import { useParams } from 'react-router';
import { z } from 'zod';
import { CountryField } from '../../forms/country-field';
import { SelectField } from '../../forms/choices';
import { TextArea, TextField } from '../../forms/fields';
import { Failed } from '../../ui/states';
import { ApiProblem } from '../../api/problems';
import { Say, useSay } from '../../words/say';
import type { Application, Party } from './data';
import { ApplicationFrame } from './frame';
import { applicationPath, pathOf } from './places';
import { SectionForm } from './section-form';

interface Values {
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly headquarters: string;
  readonly ultimateParent: { readonly name: string; readonly headquarters: string };
}

const empty: Values = {
  role: '',
  name: '',
  address: '',
  country: '',
  headquarters: '',
  ultimateParent: { name: '', headquarters: '' },
};

type Filled = Partial<Omit<Values, 'ultimateParent'>> & { readonly ultimateParent?: Partial<Values['ultimateParent']> };

/** What the fields come to: a parent that is not filled in is none. */
const partyOf = ({ ultimateParent = {}, ...rest }: Filled): unknown => ({
  ...rest,
  ...(Object.keys(ultimateParent).length > 0 && { ultimateParent }),
});

const schema = z.preprocess((values) => partyOf(values as Filled), partySchema);

/** One party, new or stored, at its place in the list. */
export const PartyPage = () => {
  const say = useSay();
  const { party: place = 'new' } = useParams();
  const [times, setTimes] = useState(0);
  const title = place === 'new' ? say('exporter.party.new') : say('exporter.party.title', { number: place });
  return (
    <ApplicationFrame title={title} within="parties">
      {(application) => (
        <PartyForm
          key={`${place} ${times}`}
          application={application}
          place={place}
          onDiscard={() => setTimes(times + 1)}
        />
      )}
    </ApplicationFrame>
  );
};

interface PartyFormProps {
  readonly application: Application;
  /** From 1, as in the address; `new` for one that is not there yet. */
  readonly place: string;
  readonly onDiscard: () => void;
}

const PartyForm = ({ application, place, onDiscard }: PartyFormProps) => {
  const say = useSay();
  const [index] = useState(() => (place === 'new' ? (application.sections.parties?.length ?? 0) : Number(place) - 1));
  const [opened] = useState(() => (place === 'new' ? undefined : application.sections.parties?.[index]));
  if (place !== 'new' && opened === undefined) return <Failed error={new ApiProblem(404, 'NOT_FOUND', [])} />;
  const isOpened = (each: Party) => same(each, opened);
  return (
    <SectionForm<Values>
      application={application}
      name={`parties:${place}`}
      schema={schema}
      initial={{ ...empty, ...opened, ultimateParent: { ...empty.ultimateParent, ...opened?.ultimateParent } }}
      at={`/sections/parties/${index}`}
      part={({ parties }) => parties?.find(isOpened)}
      sections={(values, { parties = [] }) => {
        const party = partyOf(values) as Party;
        const found = opened === undefined ? parties.length : parties.findIndex(isOpened);
        const at = found >= 0 ? found : Math.min(index, parties.length);
        return { parties: [...parties.slice(0, at), party, ...parties.slice(at + 1)] };
      }}
      onward={`${applicationPath(application.caseId)}/${pathOf.parties}`}
      onDiscard={onDiscard}
    >
      <SelectField
        name="role"
        label={say('exporter.party.role')}
        empty={say('exporter.choose')}
        options={partyRoles.map((role) => ({ value: role, label: say(`party.${role}`) }))}
      />
      <TextField name="name" label={say('exporter.party.name')} hint={<Say id="exporter.party.name.hint" />} />
      <TextArea
        name="address"
        label={say('exporter.party.address')}
        hint={<Say id="exporter.party.address.hint" />}
        rows={3}
        most={500}
      />
      <CountryField name="country" label={say('exporter.party.country')} />
      <CountryField
        name="headquarters"
        label={say('exporter.party.headquarters')}
        hint={<Say id="exporter.party.headquarters.hint" />}
      />
      <fieldset className="usa-fieldset fieldset">
        <legend className="usa-legend">
          <Say id="exporter.party.parent" />
        </legend>
        <p className="usa-hint">
          <Say id="exporter.party.parent.hint" />
        </p>
        <TextField name="ultimateParent.name" label={say('exporter.party.parent.name')} isOptional />
        <CountryField name="ultimateParent.headquarters" label={say('exporter.party.parent.headquarters')} isOptional />
      </fieldset>
    </SectionForm>
  );
};
