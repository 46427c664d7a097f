import { startDraftSchema } from '@exeat/submission/forms';
import { useNavigate } from 'react-router';
import { Form } from '../../forms/form';
import { TextField } from '../../forms/fields';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Say, useSay } from '../../words/say';
import { applicationPath } from './places';

const schema = startDraftSchema.pick({ reference: true });

/** Begins an application: it needs no more than a name for it. */
export const StartPage = () => {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Page
      title={say('exporter.start')}
      help="application"
      width="narrow"
      crumbs={[{ to: '/my-cases', name: say('shell.home') }]}
      lead={<Say id="exporter.start.lead" />}
    >
      <Form<{ reference: string }>
        name="start-application"
        schema={schema}
        initial={{ reference: '' }}
        command={(body) => ({ path: '/applications', body })}
        onDone={async ({ caseId }) => navigate(applicationPath(caseId), { replace: true })}
        submit={<Say id="exporter.start.yes" />}
        also={
          <ButtonLink to="/my-cases" look="quiet">
            <Say id="ui.cancel" />
          </ButtonLink>
        }
      >
        <TextField
          name="reference"
          label={say('exporter.start.reference')}
          hint={<Say id="exporter.start.reference.hint" />}
          size="medium"
        />
      </Form>
    </Page>
  );
};
