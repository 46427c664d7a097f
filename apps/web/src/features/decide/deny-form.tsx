import { invalidFields } from '@exeat/kernel';
import { proposeDenialSchema } from '@exeat/licensing/forms';
import { useFormContext, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { TextArea, TextField } from '../../forms/fields';
import { Form } from '../../forms/form';
import { pointerAmongAll } from '../../forms/validation';
import { Button } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import type { LicensingCase } from './licensing-case';
import { useBegun } from './workspace';
import { reasonMost } from './settle-forms';

interface Denial {
  readonly criteria: string[];
  readonly reasons: string;
  readonly withheldReasons?: string;
}

/** The first has to be there; those left empty after it are none. */
const denialSchema = z.strictObject({
  ...proposeDenialSchema.shape,
  criteria: z.array(z.string()).superRefine((criteria, context) => {
    const rule = proposeDenialSchema.shape.criteria.element;
    criteria.forEach((criterion, index) => {
      if (index > 0 && criterion === '') return;
      const problems = invalidFields(rule.safeParse(criterion).error?.issues ?? []);
      for (const { sentence } of problems) context.addIssue({ code: 'custom', path: [index], message: sentence });
    });
  }),
});
const mostCriteria = 20;
const isStated = (criterion: string) => criterion !== '';

interface DenyFormProps {
  readonly view: LicensingCase;
  readonly onDiscard: () => void;
  readonly onProposed: () => void;
}

/** Deny, on criteria that are named, with reasons, and those that are kept from the applicant. */
export const DenyForm = ({ view, onDiscard, onProposed }: DenyFormProps) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  return (
    <Form<Denial>
      name={`denial:${caseId}`}
      schema={denialSchema}
      initial={{ criteria: [''], reasons: '', withheldReasons: '' }}
      command={({ criteria, ...rest }) => ({
        path: `/licensing/${caseId}/denial`,
        body: { ...rest, criteria: criteria.filter(isStated) },
        version,
      })}
      placed={(pointer, { criteria }) => pointerAmongAll(pointer, '/criteria', criteria.map(isStated))}
      submit={<Say id="decision.deny.submit" />}
      look="danger"
      race={{ ...race, onDiscard }}
      onDone={onProposed}
    >
      <CriteriaField cited={[...new Set(view.requirements.map(({ citation }) => citation))]} />
      <TextArea
        name="reasons"
        label={say('decision.reasons')}
        hint={<Say id="decision.deny.reasons.hint" />}
        most={reasonMost}
      />
      <TextArea
        name="withheldReasons"
        label={say('decision.deny.withheld')}
        hint={<Say id="decision.withheld.readers" />}
        isOptional
        rows={3}
        most={reasonMost}
      />
    </Form>
  );
};

/** One field for each ground; those that the case rests on are offered. */
const CriteriaField = ({ cited }: { readonly cited: readonly string[] }) => {
  const say = useSay();
  const { setValue } = useFormContext<Denial>();
  const criteria = useWatch<Denial>({ name: 'criteria' }) as string[];
  const write = (next: string[]) => setValue('criteria', next, { shouldDirty: true });
  const offered = cited.filter((each) => !criteria.includes(each));
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">
        <Say id="decision.deny.criteria" />
      </legend>
      <p className="usa-hint">
        <Say id="decision.deny.criteria.hint" />
      </p>
      {criteria.map((_, index) => (
        <div key={index} className="criterion">
          <TextField name={`criteria.${index}`} label={say('decision.deny.criterion', { place: index + 1 })} />
          {index > 0 && (
            <Button
              look="quiet"
              label={say('ui.removeWhat', { what: say('decision.deny.criterion', { place: index + 1 }) })}
              onClick={() => write(criteria.filter((_each, place) => place !== index))}
            >
              <Say id="ui.remove" />
            </Button>
          )}
        </div>
      ))}
      <div className="form__end">
        {criteria.length < mostCriteria && (
          <Button look="outline" onClick={() => write([...criteria, ''])}>
            <Say id="decision.deny.addCriterion" />
          </Button>
        )}
        {offered.map((each) => (
          <Button key={each} look="quiet" onClick={() => write([...criteria.filter(isStated), each])}>
            <Say id="decision.deny.add" criterion={each} />
          </Button>
        ))}
      </div>
    </fieldset>
  );
};
