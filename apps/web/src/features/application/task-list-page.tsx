import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { documentsQuery } from '../../api/documents';
import { Alert } from '../../ui/alert';
import { Tag, type Tone } from '../../ui/tag';
import { TaskList, type Task } from '../../ui/task-list';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { isOpen, savesQuery, useApplication, type Application } from './data';
import { ApplicationFrame, Frozen } from './frame';
import { applicationPath, nameOf, pathOf } from './places';
import { filingStates, sectionStates, type TaskState, type TaskStatus } from './tasks';
import { Withdraw } from './withdraw';

/** An application as a list of tasks, to be done in any order and over many sittings. */
export const TaskListPage = () => {
  const say = useSay();
  const { query } = useApplication();
  return (
    <ApplicationFrame title={query.data?.reference ?? say('exporter.application')} always isStart>
      {(application) =>
        isOpen(application) ? <Tasks application={application} /> : <Closed application={application} />
      }
    </ApplicationFrame>
  );
};

const Closed = ({ application }: { readonly application: Application }) => (
  <>
    <Frozen application={application} />
    <div className="tasks-end">
      <SavesLink application={application} />
      {(application.status === 'submitted' || application.status === 'registered') && (
        <Withdraw application={application} />
      )}
    </div>
  </>
);

/** To every save of it, where there is one. */
const SavesLink = ({ application }: { readonly application: Application }) => {
  const { caseId } = application;
  const saves = useQuery(savesQuery(caseId)).data?.items ?? [];
  if (saves.length === 0) return null;
  return (
    <Link to={`${applicationPath(caseId)}/drafts`}>
      <Say id={isOpen(application) ? 'exporter.drafts.link' : 'exporter.drafts.linkFrozen'} count={saves.length} />
    </Link>
  );
};

const tones: Readonly<Record<TaskStatus, Tone>> = {
  'not-started': 'neutral',
  'in-progress': 'active',
  complete: 'good',
  ready: 'active',
  'cannot-start': 'neutral',
};

const Status = ({ status }: { readonly status: TaskStatus }) => (
  <Tag tone={tones[status]}>
    <Say id={`exporter.status.${status}`} />
  </Tag>
);

const Tasks = ({ application }: { readonly application: Application }) => {
  const say = useSay();
  const { caseId, problems, returned } = application;
  const saves = useQuery(savesQuery(caseId)).data?.items ?? [];
  const attached = useQuery(documentsQuery(caseId)).data?.items.length ?? 0;
  const start = applicationPath(caseId);
  const states = sectionStates(application, saves);
  const filing = filingStates(application);
  const required = states.filter(({ task }) => task !== 'certifications');
  const done = required.filter(({ status }) => status === 'complete').length;
  const fill: Task[] = [
    ...states.map((state) => ({
      key: state.task,
      to: `${start}/${pathOf[state.task]}`,
      name: say(nameOf[state.task]),
      hint: <Hint state={state} />,
      status: <Status status={state.status} />,
    })),
    {
      key: 'documents',
      to: `${start}/${pathOf.documents}`,
      name: say(nameOf.documents),
      hint: <Say id="exporter.documents.count" count={attached} />,
      status: <Status status={attached === 0 ? 'not-started' : 'complete'} />,
    },
  ];
  const file: Task[] = [
    {
      key: 'answers',
      ...(filing.answers !== 'cannot-start' && { to: `${start}/answers` }),
      name: say('exporter.answers'),
      status: <Status status={filing.answers} />,
    },
    {
      key: 'submit',
      ...(filing.submit !== 'cannot-start' && { to: `${start}/submit` }),
      name: say('exporter.submit'),
      hint: filing.submit === 'cannot-start' ? <Say id="exporter.submit.missing" count={problems.length} /> : undefined,
      status: <Status status={filing.submit} />,
    },
  ];
  return (
    <>
      {returned && <Returned returned={returned} />}
      <p className="tasks-done">
        <Say id="exporter.tasks.done" done={done} of={required.length} />
      </p>
      <h2>
        <Say id="exporter.tasks.fill" />
      </h2>
      <TaskList tasks={fill} label={say('exporter.tasks.fill')} />
      <h2 className="tasks-file">
        <Say id="exporter.tasks.file" />
      </h2>
      <TaskList tasks={file} label={say('exporter.tasks.file')} />
      <div className="tasks-end">
        <SavesLink application={application} />
        <Withdraw application={application} />
      </div>
    </>
  );
};

/** What is missing from a section, and who last saved it. */
const Hint = ({ state: { task, problems, last } }: { readonly state: TaskState }) => (
  <>
    {task === 'certifications' && <Say id="exporter.certifications.optional" />}
    {problems.map(({ code, pointer, sentence }) => (
      <p key={`${code}${pointer ?? ''}`} className="tasks-missing">
        {sentence}
      </p>
    ))}
    {last && (
      <p className="tasks-last">
        <Say id="exporter.tasks.last" name={last.by.name} /> <Moment value={last.at} />
      </p>
    )}
  </>
);

/** Why the authority gave it back, and what follows. */
const Returned = ({ returned }: { readonly returned: NonNullable<Application['returned']> }) => (
  <Alert kind="warning" title={<Say id="exporter.returned.title" />}>
    <p>
      <strong>
        <Say id={`return.${returned.reason}`} />
      </strong>
    </p>
    <p className="as-typed">{returned.explanation}</p>
    <p>
      <Say id="exporter.returned.next" />
    </p>
  </Alert>
);
