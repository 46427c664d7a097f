import { submitSchema } from '@exeat/submission/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../../forms/form';
import { standAt } from '../../forms/stand';
import { TextField } from '../../forms/fields';
import { ButtonLink } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { draftQuery, type Application } from './data';
import { ApplicationFrame } from './frame';
import { applicationPath } from './places';
import { RefusedSubmission } from './problems';

/** The declaration, signed by a name and a capacity: what is submitted is frozen. */
export const SubmitPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.submit')} help="submit">
      {(application) => <Declaration application={application} />}
    </ApplicationFrame>
  );
};

const Declaration = ({ application }: { readonly application: Application }) => {
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { caseId } = application;
  const start = applicationPath(caseId);
  // Whoever signs, signs what stood there when the page was opened.
  const [opened] = useState(application);
  return (
    <Form<{ signatory: string; capacity: string }>
      name={`submit:${caseId}`}
      schema={submitSchema}
      initial={{ signatory: '', capacity: '' }}
      command={(body) => ({ path: `${start}/submit`, body, version: opened.version })}
      race={{
        caseId,
        upon: standAt(start, opened.version),
        versionNow: async () => (await client.fetchQuery({ ...draftQuery(caseId), staleTime: 0 })).version,
        onDiscard: () => void navigate(`${start}/answers`),
      }}
      elsewhere={(problem) =>
        problem.problems.some(({ pointer }) => pointer !== undefined) ? (
          <RefusedSubmission
            caseId={caseId}
            sections={application.sections}
            problems={problem.problems}
            from="submit"
          />
        ) : undefined
      }
      onDone={async () => navigate(`${start}/submitted`, { replace: true })}
      submit={<Say id="exporter.submit.yes" />}
      also={
        <ButtonLink to={`${start}/answers`} look="quiet">
          <Say id="exporter.submit.check" />
        </ButtonLink>
      }
    >
      <section className="usa-summary-box declaration" aria-labelledby="declaration-title">
        <h2 className="usa-summary-box__heading" id="declaration-title">
          <Say id="exporter.submit.declaration" />
        </h2>
        <p>{application.declaration}</p>
      </section>
      <p>
        <Say id="exporter.submit.frozen" />
      </p>
      <TextField
        name="signatory"
        label={say('exporter.submit.signatory')}
        hint={<Say id="exporter.submit.signatory.hint" />}
        size="medium"
        autoComplete="name"
      />
      <TextField
        name="capacity"
        label={say('exporter.submit.capacity')}
        hint={<Say id="exporter.submit.capacity.hint" />}
        size="medium"
        autoComplete="organization-title"
      />
    </Form>
  );
};
