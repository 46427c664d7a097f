import { recordFindingSchema } from '@exeat/technical-review/forms';
import { paragraphs, type Paragraph } from '@exeat/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { technicalReviewQuery } from '../../api/reviews';
import { RadioField } from '../../forms/choices';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { Say, useSay } from '../../words/say';
import type { ReviewedItem } from './use-line';

interface FindingFormProps {
  readonly caseId: string;
  readonly item: ReviewedItem;
  readonly version: number;
  readonly onDone: () => void;
}

interface Values {
  readonly paragraph: Paragraph;
  readonly departure: string;
}

const schema = recordFindingSchema.omit({ line: true });

/** Records what the reviewer finds of a line: what was computed, unless they say otherwise and why. */
export const FindingForm = ({ caseId, item: { line, computation, finding }, version, onDone }: FindingFormProps) => {
  const say = useSay();
  const client = useQueryClient();
  const computed = computation.paragraph;
  const stands = { version, finding: JSON.stringify(finding) };
  const [opened, setOpened] = useState(stands);
  // What happened elsewhere in the review is no race; another finding for this line is.
  const decidedOn = stands.finding === opened.finding ? version : opened.version;
  return (
    <Form<Values>
      name={`finding:${caseId}:${line}`}
      schema={schema}
      initial={{ paragraph: computed, departure: '' }}
      command={({ paragraph, departure }) => ({
        path: `/technical-reviews/${caseId}/findings`,
        body: { line, paragraph, ...(paragraph !== computed && departure && { departure }) },
        version: decidedOn,
      })}
      race={{
        caseId,
        upon: opened.finding,
        versionNow: async () => (await client.fetchQuery({ ...technicalReviewQuery(caseId), staleTime: 0 })).version,
        onDiscard: () => setOpened(stands),
      }}
      submit={<Say id="review.record" />}
      onDone={onDone}
    >
      <RadioField
        name="paragraph"
        label={say('review.paragraph')}
        options={paragraphs.map((paragraph) => ({
          value: paragraph,
          label: say(`paragraph.${paragraph}`),
          ...(paragraph === computed && { hint: <Say id="review.asComputed" /> }),
        }))}
      />
      <Departure computed={computed} />
    </Form>
  );
};

/** Whoever departs from the computation says why. */
const Departure = ({ computed }: { readonly computed: Paragraph }) => {
  const say = useSay();
  const paragraph: unknown = useWatch({ name: 'paragraph' });
  if (paragraph === computed) return null;
  return (
    <TextArea name="departure" label={say('review.departure')} hint={<Say id="review.departure.hint" />} most={4000} />
  );
};
