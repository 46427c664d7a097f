import { proposeNoLicenceRequiredSchema, sendBackSchema } from '@exeat/licensing/forms';
import { returnSchema } from '@exeat/submission/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { caseQuery } from '../../api/reading';
import { RadioField } from '../../forms/choices';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { standAt } from '../../forms/stand';
import { Say, useSay } from '../../words/say';
import type { CaseOverview } from '../case/case-types';
import type { LicensingCase } from './licensing-case';
import { useBegun } from './workspace';
import { Cancel, reasonMost } from './settle-forms';

interface ConfirmFormProps {
  readonly view: LicensingCase;
  readonly onDiscard: () => void;
  readonly onProposed: () => void;
}

/** Confirm what technical review found: that no licence is required. */
export const ConfirmForm = ({ view, onDiscard, onProposed }: ConfirmFormProps) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  return (
    <Form<FieldValues>
      name={`no-licence-required:${caseId}`}
      schema={proposeNoLicenceRequiredSchema}
      initial={{ reasons: '' }}
      command={(body) => ({ path: `/licensing/${caseId}/no-licence-required`, body, version })}
      submit={<Say id="decision.confirm.submit" />}
      race={{ ...race, onDiscard }}
      onDone={onProposed}
    >
      <TextArea
        name="reasons"
        label={say('decision.reasons')}
        hint={<Say id="decision.confirm.reasons.hint" />}
        most={reasonMost}
      />
    </Form>
  );
};

const returnReasons = returnSchema.shape.reason.options;

interface ReturnFormProps {
  readonly overview: CaseOverview;
  readonly onReturned?: () => void;
}

/** Give the application back without deciding on it: neither approval nor denial. */
export const ReturnForm = ({ overview, onReturned }: ReturnFormProps) => {
  const say = useSay();
  const client = useQueryClient();
  const { caseId } = overview;
  // The submission has a version of its own, and the one that was on the screen counts.
  const stands = overview.versions['submission'];
  const [version, setVersion] = useState(stands);
  return (
    <Form<FieldValues>
      name={`return:${caseId}`}
      schema={returnSchema}
      initial={{ reason: '', explanation: '' }}
      command={(body) => ({
        path: `/applications/${caseId}/return`,
        body,
        ...(version !== undefined && { version }),
      })}
      submit={<Say id="decision.return.submit" />}
      look="danger"
      race={{
        caseId,
        upon: standAt(`/applications/${caseId}`, version),
        versionNow: async () =>
          (await client.fetchQuery({ ...caseQuery(caseId), staleTime: 0 })).versions['submission'],
        onDiscard: () => setVersion(stands),
      }}
      onDone={() => onReturned?.()}
    >
      <p>
        <Say id="decision.return.body" />
      </p>
      <RadioField
        name="reason"
        label={say('decision.return.reason')}
        options={returnReasons.map((value) => ({ value, label: say(`return.${value}`) }))}
      />
      <TextArea
        name="explanation"
        label={say('decision.return.explanation')}
        hint={<Say id="decision.return.explanation.hint" />}
        most={reasonMost}
      />
    </Form>
  );
};

/** Sends what is proposed back to the officer, with the reason. */
export const SendBackForm = ({ view, onClose }: { readonly view: LicensingCase; readonly onClose: () => void }) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  return (
    <Form<FieldValues>
      name={`send-back:${caseId}`}
      schema={sendBackSchema}
      initial={{ reason: '' }}
      command={(body) => ({ path: `/licensing/${caseId}/send-back`, body, version })}
      submit={<Say id="decision.sendBack.submit" />}
      look="danger"
      also={<Cancel onClose={onClose} />}
      race={{ ...race, onDiscard: onClose }}
      onDone={onClose}
    >
      <TextArea
        name="reason"
        label={say('decision.sendBack.reason')}
        hint={<Say id="decision.sendBack.hint" count={view.signatures.length} />}
        rows={3}
        most={reasonMost}
      />
    </Form>
  );
};
