import { addConditionSchema } from '@exeat/licensing/forms';
import { useWatch, type FieldValues } from 'react-hook-form';
import { ClauseParameters } from '../clauses/clause-parameters';
import { useClauses, type Clause } from '../clauses/use-clauses';
import { WordingPreview } from '../clauses/wording-preview';
import { SelectField } from '../../forms/choices';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { Read } from '../../ui/read';
import { Card } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { FocusIn } from './focus-in';
import type { LicensingCase } from './licensing-case';
import { useBegun } from './workspace';
import { Cancel, reasonMost } from './settle-forms';

interface AddConditionProps {
  readonly view: LicensingCase;
  readonly onClose: () => void;
}

/** A condition of licensing's own, from the clause library. Financial terms have their place here and nowhere else. */
export const AddCondition = ({ view, onClose }: AddConditionProps) => {
  const clauses = useClauses();
  return (
    <Card id="add-condition" title={<Say id="decision.add.title" />} level={3}>
      <Read query={clauses}>
        {({ items }) => (
          <FocusIn>
            <AddForm view={view} clauses={items.filter(({ kind }) => kind === 'condition')} onClose={onClose} />
          </FocusIn>
        )}
      </Read>
    </Card>
  );
};

const AddForm = ({ view, clauses, onClose }: AddConditionProps & { readonly clauses: readonly Clause[] }) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  const called = (id: unknown) => clauses.find(({ clause }) => clause === id);
  return (
    <Form<FieldValues>
      name={`add-condition:${caseId}`}
      schema={addConditionSchema}
      initial={{ clause: '', parameters: {}, reason: '' }}
      command={({ parameters, ...body }) => {
        const clause = called(body['clause']);
        // What was typed for another clause stays on the form, and is no part of this one.
        const declared = clause?.parameters.map(({ name }) => name) ?? [];
        const typed = Object.entries((parameters ?? {}) as Record<string, string>);
        return {
          path: `/licensing/${caseId}/conditions`,
          body: {
            ...body,
            ...(clause && { version: clause.version }),
            parameters: Object.fromEntries(typed.filter(([name]) => declared.includes(name))),
          },
          version,
        };
      }}
      submit={<Say id="decision.add.submit" />}
      also={<Cancel onClose={onClose} />}
      race={{ ...race, onDiscard: onClose }}
      onDone={onClose}
    >
      <SelectField
        name="clause"
        label={say('decision.add.clause')}
        empty=""
        options={clauses.map(({ clause, title, financial }) => ({
          value: clause,
          label: financial ? say('decision.add.financial', { title }) : title,
        }))}
      />
      <ChosenClause called={called} />
      <TextArea
        name="reason"
        label={say('decision.add.reason')}
        hint={<Say id="decision.reason.kept" />}
        rows={3}
        most={reasonMost}
      />
    </Form>
  );
};

const ChosenClause = ({ called }: { readonly called: (id: unknown) => Clause | undefined }) => {
  const clause = called(useWatch<FieldValues>({ name: 'clause' }));
  if (!clause) return null;
  return (
    <>
      <p className="clause-purpose">
        {clause.purpose} <cite>{clause.source}</cite>
      </p>
      <div className="columns columns--even">
        <div>
          <ClauseParameters clause={clause} at="parameters" />
        </div>
        <WordingPreview clause={clause} at="parameters" duty={clause.duty} />
      </div>
    </>
  );
};
