import { problemOf } from '../../api/problems';
import { Alert } from '../../ui/alert';
import { Failed } from '../../ui/states';
import { Say, useSay } from '../../words/say';

const fields = {
  '/case': 'auditor.filter.case',
  '/person': 'auditor.filter.person',
  '/type': 'auditor.filter.type',
  '/from': 'auditor.filter.from',
  '/to': 'auditor.filter.to',
  '/q': 'auditor.filter.text',
} as const;

const isField = (pointer: string): pointer is keyof typeof fields => Object.hasOwn(fields, pointer);

/** Which filter could not be used, and why; or why nothing could be read. */
export const RefusedFilter = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) => {
  const say = useSay();
  const { status, problems } = problemOf(error);
  if (status !== 400 && status !== 422) return <Failed error={error} onRetry={onRetry} />;
  return (
    <Alert kind="error" title={<Say id="auditor.filter.refused" />} isNews>
      <ul>
        {problems.map(({ sentence, pointer = '' }) => (
          <li key={`${pointer} ${sentence}`}>
            {isField(pointer) ? (
              <Say id="ui.errorSummary.one" label={say(fields[pointer])} sentence={sentence} />
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
