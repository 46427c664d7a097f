import { positions } from '@exeat/kernel';
import { takePositionSchema } from '@exeat/security-review/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { securityReviewQuery } from '../../api/reviews';
import { RadioField } from '../../forms/choices';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { Say, useSay } from '../../words/say';
import type { Clause } from '../clauses/use-clauses';
import { ConditionsField } from './conditions-field';
import type { Referral } from './position-part';
import { askedFor, valuesOf, type PositionValues } from './position-values';

interface PositionFormProps {
  readonly caseId: string;
  readonly version: number;
  /** The position that stands. */
  readonly answer: Referral['answer'];
  readonly clauses: readonly Clause[];
  readonly onDone: () => void;
}

/** Takes the position of the reader's agency; conditions go with an approval alone. */
export const PositionForm = ({ caseId, version, answer, clauses, onDone }: PositionFormProps) => {
  const say = useSay();
  const client = useQueryClient();
  const stands = { version, answer: JSON.stringify(answer) };
  const [opened, setOpened] = useState(stands);
  // What other agencies say is no race; a colleague's answer for the same agency is.
  const schema = useMemo(
    () => z.preprocess((values: Partial<PositionValues>) => askedFor(values, clauses), takePositionSchema),
    [clauses],
  );
  const decidedOn = stands.answer === opened.answer ? version : opened.version;
  return (
    <Form<PositionValues>
      name={`position:${caseId}`}
      schema={schema}
      initial={valuesOf(answer)}
      command={(values) => ({
        path: `/security-reviews/${caseId}/position`,
        body: askedFor(values, clauses),
        version: decidedOn,
      })}
      race={{
        caseId,
        upon: opened.answer,
        versionNow: async () => (await client.fetchQuery({ ...securityReviewQuery(caseId), staleTime: 0 })).version,
        onDiscard: () => setOpened(stands),
      }}
      submit={<Say id="review.position.take" />}
      onDone={onDone}
    >
      <RadioField
        name="position"
        label={say('review.position.which')}
        options={positions.map((each) => ({
          value: each,
          label: say(`position.${each}`),
          hint: <Say id={`review.position.hint.${each}`} />,
        }))}
      />
      <ConditionsWhereApproved clauses={clauses} />
      <Reasons />
      <TextArea
        name="withheldReasons"
        label={say('review.position.withheld')}
        hint={<Say id="review.position.withheld.hint" />}
        rows={3}
        most={4000}
        isOptional
      />
      <p className="usa-hint position-form__after">
        <Say id="review.position.who" />
      </p>
    </Form>
  );
};

const ConditionsWhereApproved = ({ clauses }: { readonly clauses: readonly Clause[] }) =>
  useWatch<PositionValues>({ name: 'position' }) === 'approve-with-conditions' && <ConditionsField clauses={clauses} />;

/** An objection and a return rest on a ground that is stated. */
const Reasons = () => {
  const say = useSay();
  const position = useWatch<PositionValues>({ name: 'position' });
  return (
    <TextArea
      name="reasons"
      label={say('review.position.reasons')}
      hint={<Say id="review.position.reasons.hint" />}
      most={4000}
      isOptional={position !== 'object' && position !== 'return'}
    />
  );
};
