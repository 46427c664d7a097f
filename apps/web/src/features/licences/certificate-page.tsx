import { fileLaboratoryCertificateSchema } from '@exeat/compliance/forms';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { SelectField } from '../../forms/choices';
import { TextField } from '../../forms/fields';
import { Form } from '../../forms/form';
import { useToday } from '../../session/now';
import { ButtonLink } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { FormUnder } from './form-under';
import type { Licence } from './licence-reading';
import { useRace } from './use-race';

/** Files a laboratory's certificate for units of a line. */
export const CertificatePage = () => {
  const say = useSay();
  return (
    <FormUnder title={say('licences.certify')} help="shipment" lead={<Say id="licences.certify.lead" />}>
      {(licence) => <CertificateForm licence={licence} />}
    </FormUnder>
  );
};

/** A list of choices gives text; the route takes the number of the line. */
const asSent = (values: unknown): unknown => {
  const { line, ...rest } = values as { readonly line?: string };
  return { ...rest, ...(line !== undefined && { line: Number(line) }) };
};

const CertificateForm = ({ licence }: { readonly licence: Licence }) => {
  const say = useSay();
  const navigate = useNavigate();
  const { version, race } = useRace(licence);
  const { licenceNumber, lines } = licence;
  const today = useToday();
  return (
    <Form
      name={`certificate:${licenceNumber}`}
      schema={z.preprocess(asSent, fileLaboratoryCertificateSchema)}
      initial={{
        laboratory: '',
        reference: '',
        line: lines.length === 1 ? String(lines[0]?.line) : '',
        quantity: '',
        testedOn: today,
      }}
      command={(values) => ({ path: `/licences/${licenceNumber}/certificates`, body: asSent(values), version })}
      race={race}
      submit={<Say id="licences.certify" />}
      also={
        <ButtonLink look="quiet" to={`/licences/${licenceNumber}`}>
          <Say id="ui.cancel" />
        </ButtonLink>
      }
      onDone={() => void navigate(`/licences/${licenceNumber}`, { state: { done: 'certificate' } })}
    >
      <TextField name="laboratory" label={say('licences.laboratory')} />
      <TextField name="reference" label={say('licences.certify.reference')} size="medium" />
      <SelectField
        name="line"
        label={say('licences.line')}
        {...(lines.length > 1 && { empty: say('licences.certify.choose') })}
        options={lines.map(({ line, model }) => ({
          value: String(line),
          label: say('licences.lineOf', { line, model }),
        }))}
      />
      <TextField name="quantity" label={say('licences.certify.quantity')} inputMode="numeric" size="small" />
      <TextField name="testedOn" type="date" label={say('licences.testedOn')} size="small" max={today} />
    </Form>
  );
};
