import { recordShipmentSchema } from '@exeat/compliance/forms';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { TextField } from '../../forms/fields';
import { Form } from '../../forms/form';
import { useToday } from '../../session/now';
import { ButtonLink } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { asksForCertificates } from './drawn-down';
import { FormUnder } from './form-under';
import type { Licence } from './licence-reading';
import { ShippedLines, type ShippedLine } from './shipped-lines';
import { useRace } from './use-race';

interface Shipment {
  readonly reference: string;
  readonly shippedOn: string;
  readonly lines: readonly ShippedLine[];
}

/** Records a shipment under a licence: what left, when, under which reference. */
export const ShipmentPage = () => {
  const say = useSay();
  return (
    <FormUnder title={say('licences.ship')} help="shipment" lead={<Say id="licences.ship.lead" />}>
      {(licence) => <ShipmentForm licence={licence} />}
    </FormUnder>
  );
};

/** What the fields hold as the route takes it: a value where one was given, in the currency that is licensed. */
const asSent =
  ({ lines }: Licence) =>
  (values: unknown): unknown => {
    const { lines: shipped = [], ...rest } = values as Partial<Shipment>;
    return {
      ...rest,
      lines: shipped.map(({ line, quantity, value }) => {
        const currency = lines.find((each) => each.line === line)?.value.currency;
        const isGiven = value?.amount !== undefined && value.amount !== '';
        return { line, quantity, ...(isGiven && { value: { amount: value.amount, currency } }) };
      }),
    };
  };

const ShipmentForm = ({ licence }: { readonly licence: Licence }) => {
  const say = useSay();
  const navigate = useNavigate();
  const { version, race } = useRace(licence);
  const { licenceNumber, lines } = licence;
  const today = useToday();
  const first = lines.find(({ quantityLeft }) => quantityLeft !== '0') ?? lines[0];
  return (
    <Form<Shipment & Record<string, unknown>>
      name={`shipment:${licenceNumber}`}
      schema={z.preprocess(asSent(licence), recordShipmentSchema)}
      initial={{
        reference: '',
        shippedOn: today,
        lines: first ? [{ line: first.line, quantity: '', value: { amount: '' } }] : [],
      }}
      command={(values) => ({
        path: `/licences/${licenceNumber}/shipments`,
        body: asSent(licence)(values),
        version,
      })}
      race={race}
      submit={<Say id="licences.ship" />}
      also={
        <ButtonLink look="quiet" to={`/licences/${licenceNumber}`}>
          <Say id="ui.cancel" />
        </ButtonLink>
      }
      onDone={() => void navigate(`/licences/${licenceNumber}`, { state: { done: 'shipment' } })}
    >
      <TextField
        name="reference"
        label={say('licences.ship.reference')}
        hint={<Say id="licences.ship.reference.hint" />}
        size="medium"
      />
      <TextField
        name="shippedOn"
        type="date"
        label={say('licences.ship.on')}
        size="small"
        min={licence.validFrom}
        max={today}
      />
      {asksForCertificates(licence) && (
        <p className="usa-hint">
          <Say id="licences.ship.certificates" />
        </p>
      )}
      <ShippedLines licence={licence} />
    </Form>
  );
};
