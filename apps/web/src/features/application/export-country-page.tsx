import { contentSchema } from '@exeat/kernel';
import { CountryField } from '../../forms/country-field';
import { Say, useSay } from '../../words/say';
import { ApplicationFrame } from './frame';
import { applicationPath } from './places';
import { SectionForm } from './section-form';

const schema = contentSchema.pick({ exportFrom: true });

/** Which country the items leave from. */
export const ExportCountryPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.exportFrom')}>
      {(application) => (
        <SectionForm<{ exportFrom: string }>
          application={application}
          name="exportFrom"
          schema={schema}
          initial={{ exportFrom: application.sections.exportFrom ?? '' }}
          at="/sections"
          about="/sections/exportFrom"
          part={({ exportFrom }) => exportFrom}
          sections={({ exportFrom }) => ({ exportFrom })}
          onward={applicationPath(application.caseId)}
        >
          <CountryField
            name="exportFrom"
            label={say('exporter.exportFrom.label')}
            hint={<Say id="exporter.exportFrom.hint" />}
          />
        </SectionForm>
      )}
    </ApplicationFrame>
  );
};
