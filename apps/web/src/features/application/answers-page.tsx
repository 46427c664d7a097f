import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { documentsQuery } from '../../api/documents';
import { Alert } from '../../ui/alert';
import { ButtonLink } from '../../ui/button';
import { Card, SummaryList } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import type { WordId } from '../../words/words';
import { Bytes } from './bytes';
import type { Application } from './data';
import { ApplicationFrame } from './frame';
import { useInWords } from './in-words';
import { applicationPath, itemPath, nameOf, partyPath, pathOf, type TaskName } from './places';
import { ProblemLinks } from './problems';
import { SinceSubmission } from './since-submission';

/** Everything that would be submitted, each with a way to change it that leads back here. */
export const AnswersPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.answers')} lead={<Say id="exporter.answers.lead" />}>
      {(application) => <Answers application={application} />}
    </ApplicationFrame>
  );
};

const Answers = ({ application }: { readonly application: Application }) => {
  const { caseId, problems, sections } = application;
  const start = applicationPath(caseId);
  return (
    <>
      {problems.length > 0 && (
        <Alert kind="warning" title={<Say id="exporter.answers.missing" count={problems.length} />}>
          <ProblemLinks caseId={caseId} sections={sections} problems={problems} from="answers" />
        </Alert>
      )}
      <SinceSubmission application={application} />
      <Sections application={application} />
      <div className="form__end">
        <ButtonLink to={`${start}/submit`}>
          <Say id="exporter.answers.onward" />
        </ButtonLink>
        <ButtonLink to={start} look="quiet">
          <Say id="exporter.backToTasks" />
        </ButtonLink>
      </div>
    </>
  );
};

const Sections = ({ application: { caseId, sections } }: { readonly application: Application }) => {
  const say = useSay();
  const words = useInWords();
  const documents = useQuery(documentsQuery(caseId)).data?.items ?? [];
  const { exportFrom, parties = [], items = [], endUse, certifications } = sections;
  return (
    <>
      <Section caseId={caseId} task="exportFrom">
        <p>{exportFrom === undefined ? <NotGiven /> : words.country(exportFrom)}</p>
      </Section>
      <Section caseId={caseId} task="parties">
        {parties.length === 0 && <NotGiven />}
        {parties.map((party, index) => (
          <Row
            key={`${index}-${party.name}`}
            title={say('exporter.parties.one', { number: index + 1, role: say(`party.${party.role}`) })}
            to={partyPath(caseId, index)}
            what={say('exporter.party.title', { number: index + 1 })}
          >
            <SummaryList rows={words.party(party).filter(({ key }) => key !== 'role')} />
          </Row>
        ))}
      </Section>
      <Section caseId={caseId} task="items">
        {items.length === 0 && <NotGiven />}
        {items.map((item) => (
          <Row
            key={item.line}
            title={say('exporter.items.one', { line: item.line, model: item.model })}
            to={itemPath(caseId, item.line)}
            what={say('exporter.item.title', { line: item.line })}
          >
            <SummaryList rows={words.item(item).filter(({ key }) => key !== 'model')} />
          </Row>
        ))}
      </Section>
      <Section caseId={caseId} task="endUse">
        <p className="as-typed">{endUse ?? <NotGiven />}</p>
      </Section>
      <Section caseId={caseId} task="certifications">
        <SummaryList rows={words.answers(certifications)} />
      </Section>
      <Section caseId={caseId} task="documents">
        {documents.length === 0 ? (
          <Say id="exporter.documents.none" />
        ) : (
          <SummaryList
            rows={documents.map(({ documentId, name, size }) => ({
              key: documentId,
              name,
              value: <Bytes value={size} />,
            }))}
          />
        )}
      </Section>
    </>
  );
};

const NotGiven = () => (
  <span className="usa-hint">
    <Say id="ui.notGiven" />
  </span>
);

interface SectionProps {
  readonly caseId: string;
  readonly task: TaskName;
  readonly children: ReactNode;
}

const Section = ({ caseId, task, children }: SectionProps) => {
  const title: WordId = nameOf[task];
  return (
    <Card
      id={`answers-${task}`}
      title={<Say id={title} />}
      actions={<Change to={`${applicationPath(caseId)}/${pathOf[task]}`} what={title} />}
    >
      {children}
    </Card>
  );
};

const Change = ({ to, what }: { readonly to: string; readonly what: WordId }) => {
  const say = useSay();
  return (
    <Link to={`${to}?from=answers`} aria-label={say('ui.changeWhat', { what: say(what) })}>
      <Say id="ui.change" />
    </Link>
  );
};

interface RowProps {
  readonly title: string;
  readonly to: string;
  readonly what: string;
  readonly children: ReactNode;
}

const Row = ({ title, to, what, children }: RowProps) => {
  const say = useSay();
  return (
    <div className="answers-row">
      <div className="answers-row__head">
        <h3>{title}</h3>
        <Link to={`${to}?from=answers`} aria-label={say('ui.changeWhat', { what })}>
          <Say id="ui.change" />
        </Link>
      </div>
      {children}
    </div>
  );
};
