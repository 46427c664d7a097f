import { contentSchema } from '@exeat/kernel';
import { TextArea } from '../../forms/fields';
import { Say, useSay } from '../../words/say';
import { ApplicationFrame } from './frame';
import { applicationPath } from './places';
import { SectionForm } from './section-form';

const schema = contentSchema.pick({ endUse: true });

/** What the items will do, for whom and where. */
export const EndUsePage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.endUse')}>
      {(application) => (
        <SectionForm<{ endUse: string }>
          application={application}
          name="endUse"
          schema={schema}
          initial={{ endUse: application.sections.endUse ?? '' }}
          at="/sections"
          about="/sections/endUse"
          part={({ endUse }) => endUse}
          sections={({ endUse }) => ({ endUse })}
          onward={applicationPath(application.caseId)}
        >
          <TextArea
            name="endUse"
            label={say('exporter.endUse.label')}
            hint={<Say id="exporter.endUse.hint" />}
            rows={8}
            most={4000}
          />
        </SectionForm>
      )}
    </ApplicationFrame>
  );
};
