import { withdrawSchema } from '@exeat/submission/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../../forms/form';
import { standAt } from '../../forms/stand';
import { TextArea } from '../../forms/fields';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Say, useSay } from '../../words/say';
import { draftQuery, type Application } from './data';

/** Takes the application back for good, with a reason that stays on record. */
export const Withdraw = ({ application: { caseId, status, version } }: { readonly application: Application }) => {
  const say = useSay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="outline" onClick={() => setOpen(true)}>
        <Say id="exporter.withdraw" />
      </Button>
      <Dialog title={<Say id="exporter.withdraw.title" />} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>
          <Say id={status === 'draft' ? 'exporter.withdraw.draft' : 'exporter.withdraw.case'} />
        </p>
        <Form<{ reason: string }>
          name={`withdraw:${caseId}`}
          schema={withdrawSchema}
          initial={{ reason: '' }}
          command={(body) => ({ path: `/applications/${caseId}/withdraw`, body, version })}
          race={{
            caseId,
            upon: standAt(`/applications/${caseId}`, version),
            versionNow: async () => (await client.fetchQuery({ ...draftQuery(caseId), staleTime: 0 })).version,
            onDiscard: () => setOpen(false),
          }}
          onDone={async () => navigate('/my-cases')}
          submit={<Say id="exporter.withdraw.yes" />}
          look="danger"
          also={
            <Button look="outline" onClick={() => setOpen(false)}>
              <Say id="ui.cancel" />
            </Button>
          }
        >
          <TextArea name="reason" label={say('exporter.withdraw.reason')} rows={4} most={2000} />
        </Form>
      </Dialog>
    </>
  );
};
