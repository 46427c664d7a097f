import { fulfilObligationSchema } from '@exeat/compliance/forms';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { TextField } from '../../forms/fields';
import { Form } from '../../forms/form';
import { Alert } from '../../ui/alert';
import { ButtonLink } from '../../ui/button';
import { Read } from '../../ui/read';
import { Say, useSay } from '../../words/say';
import { ObligationsOf, type Obligation } from '../obligations/obligations-of';
import { FormUnder } from './form-under';
import { owedUnderQuery, type Licence } from './licence-reading';
import { useRace } from './use-race';

const evidenceSchema = fulfilObligationSchema.pick({ reference: true });

/** Fulfils an obligation by naming its evidence. */
export const FulfilPage = () => {
  const { licenceNumber = '', obligationId } = useParams();
  const say = useSay();
  const owed = useQuery(owedUnderQuery(licenceNumber));
  return (
    <FormUnder title={say('licences.fulfil')} help="obligations" lead={<Say id="licences.fulfil.lead" />}>
      {(licence) => (
        <Read query={owed}>
          {({ items }) => {
            const obligation = items.find((each) => each.obligationId === obligationId);
            if (!obligation) return <Alert kind="warning" title={<Say id="licences.fulfil.unknown" />} />;
            return <FulfilForm licence={licence} obligation={obligation} />;
          }}
        </Read>
      )}
    </FormUnder>
  );
};

interface FulfilProps {
  readonly licence: Licence;
  readonly obligation: Obligation;
}

const FulfilForm = ({ licence, obligation }: FulfilProps) => {
  const say = useSay();
  const navigate = useNavigate();
  const { version, race } = useRace(licence);
  const { licenceNumber } = licence;
  return (
    <>
      <ObligationsOf obligations={[obligation]} isUnderOne hidesActs />
      {obligation.status !== 'fulfilled' && (
        <Form
          name={`fulfil:${obligation.obligationId}`}
          schema={evidenceSchema}
          initial={{ reference: '' }}
          command={(values) => ({
            path: `/licences/${licenceNumber}/obligations/${obligation.obligationId}/fulfil`,
            body: values,
            version,
          })}
          race={race}
          submit={<Say id="licences.fulfil" />}
          also={
            <ButtonLink look="quiet" to={`/licences/${licenceNumber}`}>
              <Say id="ui.cancel" />
            </ButtonLink>
          }
          onDone={() => void navigate(`/licences/${licenceNumber}`, { state: { done: 'obligation' } })}
        >
          <TextField
            name="reference"
            label={say('licences.fulfil.reference')}
            hint={<Say id="licences.fulfil.reference.hint" />}
            size="medium"
          />
        </Form>
      )}
    </>
  );
};
