import { same } from '@exeat/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { Asked } from '../../api/command';
import { Form } from '../../forms/form';
import { ButtonLink } from '../../ui/button';
import { Say } from '../../words/say';
import { draftQuery, useOnward, type Application, type Draft } from './data';
import { DraftProblems } from './problems';

interface SectionFormProps<Values extends FieldValues> {
  readonly application: Application;
  /** Names what is typed: the section, and the row of it. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly initial: DefaultValues<Values>;
  /** Where the fields are in the draft. */
  readonly at: string;
  /** What of the draft the form shows, where that is not all of `at`. */
  readonly about?: string;
  /** The same as a value: a save is a lost race only where somebody else has changed it. */
  readonly part: (sections: Draft) => unknown;
  /** What is saved, upon the sections as they stand. */
  readonly sections: (values: Values, now: Draft) => Draft;
  /** Where a save leads. */
  readonly onward: string;
  /** After what was typed has been given up for what somebody else saved. */
  readonly onDiscard?: () => void;
  readonly children: ReactNode;
}

/**
 * A form that saves a part of the draft. A section is stored whole, so the rest of it is taken from how it stands when the
 * form is sent, not from how it stood when the form was opened.
 */
export const SectionForm = <Values extends FieldValues>(props: SectionFormProps<Values>) => {
  const [times, setTimes] = useState(0);
  return (
    <OneForm
      key={times}
      {...props}
      onDiscard={() => {
        setTimes(times + 1);
        props.onDiscard?.();
      }}
    />
  );
};

const OneForm = <Values extends FieldValues>({
  application,
  name,
  schema,
  initial,
  at,
  about = at,
  part,
  sections,
  onward,
  onDiscard,
  children,
}: SectionFormProps<Values> & { readonly onDiscard: () => void }) => {
  const { caseId } = application;
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useOnward(caseId, onward);
  const [opened] = useState(application);
  const now = () => client.getQueryData(draftQuery(caseId).queryKey) ?? opened;
  const save = (values: Values, upon: Application): Asked => ({
    path: `/applications/${caseId}/draft`,
    method: 'PATCH',
    body: { sections: sections(values, upon.sections) },
    version: upon.version,
  });
  return (
    <Form<Values>
      name={`application:${caseId}:${name}`}
      schema={schema}
      initial={initial}
      at={at}
      command={(values) => save(values, same(part(now().sections), part(opened.sections)) ? now() : opened)}
      race={{
        caseId,
        upon: part(opened.sections),
        versionNow: async () => (await client.fetchQuery({ ...draftQuery(caseId), staleTime: 0 })).version,
        again: (values) => save(values, now()),
        onDiscard: () => void client.fetchQuery({ ...draftQuery(caseId), staleTime: 0 }).finally(onDiscard),
      }}
      onDone={async () => navigate(to)}
      submit={<Say id="exporter.save" />}
      also={
        <ButtonLink to={to} look="quiet">
          <Say id="ui.cancel" />
        </ButtonLink>
      }
    >
      {children}
      <DraftProblems application={opened} at={at} about={about} />
    </Form>
  );
};
