import { certifications, contentSchema, type Certification } from '@exeat/kernel';
import { z } from 'zod';
import { RadioField } from '../../forms/choices';
import { Say, useSay } from '../../words/say';
import { ApplicationFrame } from './frame';
import { applicationPath } from './places';
import { SectionForm } from './section-form';

type Answer = 'yes' | 'no' | '';
interface Values {
  readonly certifications: Readonly<Record<Certification, Answer>>;
}

const answersOf = (given: Readonly<Record<string, Answer | undefined>> = {}): Record<string, boolean> =>
  Object.fromEntries(certifications.flatMap((name) => (given[name] ? [[name, given[name] === 'yes'] as const] : [])));

const schema = z.preprocess(
  (values) => ({ certifications: answersOf((values as Partial<Values>).certifications) }),
  contentSchema.pick({ certifications: true }),
);

const answerIn = (stored: boolean | undefined): Answer => (stored === undefined ? '' : stored ? 'yes' : 'no');

/** What the applicant certifies for the pathway of January 2026: each may stay unanswered. */
export const CertificationsPage = () => {
  const say = useSay();
  const options = [
    { value: 'yes', label: say('ui.yes') },
    { value: 'no', label: say('ui.no') },
    { value: '', label: say('exporter.notAnswered') },
  ];
  return (
    <ApplicationFrame title={say('exporter.certifications')} lead={<Say id="exporter.certifications.lead" />}>
      {(application) => (
        <SectionForm<Values>
          application={application}
          name="certifications"
          schema={schema}
          initial={{
            certifications: Object.fromEntries(
              certifications.map((name) => [name, answerIn(application.sections.certifications?.[name])]),
            ),
          }}
          at="/sections"
          about="/sections/certifications"
          part={({ certifications: given }) => given}
          sections={(values) => ({ certifications: answersOf(values.certifications) })}
          onward={applicationPath(application.caseId)}
        >
          <div className="certifications">
            {certifications.map((name) => (
              <RadioField
                key={name}
                name={`certifications.${name}`}
                label={say(`exporter.certification.${name}`)}
                hint={<Say id={`exporter.certification.${name}.rule`} />}
                options={options}
              />
            ))}
          </div>
        </SectionForm>
      )}
    </ApplicationFrame>
  );
};
