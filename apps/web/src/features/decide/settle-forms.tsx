import { dropConditionSchema, rewordConditionSchema } from '@exeat/licensing/forms';
import { useMemo } from 'react';
import type { FieldValues } from 'react-hook-form';
import { ClauseParameters } from '../clauses/clause-parameters';
import type { Clause } from '../clauses/use-clauses';
import { WordingPreview } from '../clauses/wording-preview';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { Button } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import type { CaseCondition, LicensingCase } from './licensing-case';
import { useBegun } from './workspace';

interface SettleFormProps {
  readonly view: LicensingCase;
  readonly condition: CaseCondition;
  readonly onClose: () => void;
}

/** How long a reason may be, as the schemas have it. */
export const reasonMost = 4000;

/** Rewords a condition by other parameters, with the text as it would bind beside what is typed. */
export const RewordForm = ({
  view,
  condition: { conditionId, current },
  clause,
  onClose,
}: SettleFormProps & { readonly clause: Clause | undefined }) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  const parameters = useMemo(() => clause?.parameters ?? unnamed(current), [clause, current]);
  return (
    <Form<FieldValues>
      name={`reword:${caseId}:${conditionId}`}
      schema={rewordConditionSchema}
      initial={{
        parameters: Object.fromEntries(parameters.map(({ name }) => [name, current.parameters[name] ?? ''])),
        reason: '',
      }}
      command={(body) => ({
        path: `/licensing/${caseId}/conditions/${conditionId}/reword`,
        body,
        version,
      })}
      submit={<Say id="decision.reword.submit" />}
      also={<Cancel onClose={onClose} />}
      race={{ ...race, onDiscard: onClose }}
      onDone={onClose}
    >
      <h4 className="condition__form-title">
        <Say id="decision.reword.title" />
      </h4>
      <div className="columns columns--even">
        <div>
          <ClauseParameters clause={{ parameters }} at="parameters" />
          <TextArea
            name="reason"
            label={say('decision.reword.reason')}
            hint={<Say id="decision.reason.kept" />}
            rows={3}
            most={reasonMost}
          />
        </div>
        {clause ? (
          <WordingPreview clause={clause} at="parameters" before={current.text} />
        ) : (
          <p className="usa-hint">
            <Say id="decision.reword.older" version={current.clauseVersion} />
          </p>
        )}
      </div>
    </Form>
  );
};

/** The parameters of a version that the library no longer lists, as the condition itself names them. */
const unnamed = ({ parameters }: CaseCondition['current']): Clause['parameters'] =>
  Object.keys(parameters).map((name) => ({ name, title: name, type: 'text', max: '500' }));

/** Takes a condition out of the decision, with the reason. */
export const DropForm = ({ view, condition: { conditionId }, onClose }: SettleFormProps) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  return (
    <Form<FieldValues>
      name={`drop:${caseId}:${conditionId}`}
      schema={dropConditionSchema}
      initial={{ reason: '' }}
      command={(body) => ({ path: `/licensing/${caseId}/conditions/${conditionId}/drop`, body, version })}
      submit={<Say id="decision.drop.submit" />}
      look="danger"
      also={<Cancel onClose={onClose} />}
      race={{ ...race, onDiscard: onClose }}
      onDone={onClose}
    >
      <h4 className="condition__form-title">
        <Say id="decision.drop.title" />
      </h4>
      <TextArea
        name="reason"
        label={say('decision.drop.reason')}
        hint={<Say id="decision.reason.kept" />}
        rows={3}
        most={reasonMost}
      />
    </Form>
  );
};

export const Cancel = ({ onClose }: Pick<SettleFormProps, 'onClose'>) => (
  <Button look="quiet" onClick={onClose}>
    <Say id="ui.cancel" />
  </Button>
);
