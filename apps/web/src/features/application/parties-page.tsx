import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/states';
import { Card, SummaryList } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { draftQuery, useOnward, type Application } from './data';
import { ApplicationFrame } from './frame';
import { useInWords } from './in-words';
import { applicationPath, partyPath, pathOf, type SectionName } from './places';
import { Remove, useTitleAfterRemoval } from './remove';

/** Who takes part: one card each, and what is wrong with them. */
export const PartiesPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.parties')} lead={<Say id="exporter.parties.lead" />}>
      {(application) => <Parties application={application} />}
    </ApplicationFrame>
  );
};

const Parties = ({ application }: { readonly application: Application }) => {
  const say = useSay();
  const { party: inWords } = useInWords();
  const { caseId } = application;
  const client = useQueryClient();
  const parties = application.sections.parties ?? [];
  const { search } = useOnward(caseId, '');
  return (
    <ListSection
      application={application}
      section="parties"
      add={<Say id={parties.length === 0 ? 'exporter.parties.first' : 'exporter.parties.add'} />}
      count={parties.length}
      empty={<Say id="exporter.parties.none" />}
    >
      {parties.map((party, index) => (
        <Card
          key={`${index}-${party.name}`}
          id={`party-${index + 1}`}
          title={say('exporter.parties.one', { number: index + 1, role: say(`party.${party.role}`) })}
          actions={
            <>
              <Link to={`${partyPath(caseId, index)}${search}`} aria-label={say('ui.changeWhat', { what: party.name })}>
                <Say id="ui.change" />
              </Link>
              <Remove
                what={party.name}
                command={() => {
                  const now = client.getQueryData(draftQuery(caseId).queryKey) ?? application;
                  return {
                    path: `/applications/${caseId}/draft`,
                    method: 'PATCH',
                    // The version shown goes along: a list that has changed since is not cut at the wrong place.
                    version: application.version,
                    body: { sections: { parties: now.sections.parties?.filter((_, at) => at !== index) ?? [] } },
                  };
                }}
              />
            </>
          }
        >
          <RowProblems application={application} section="parties" row={index} />
          <SummaryList rows={inWords(party).filter(({ key }) => key !== 'role')} />
        </Card>
      ))}
    </ListSection>
  );
};

interface ListSectionProps {
  readonly application: Application;
  readonly section: 'parties' | 'items';
  readonly add: ReactNode;
  readonly count: number;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list of parts of the draft with what is wrong with the whole list, a way to add one, and the way back. */
export const ListSection = ({ application, section, add, count, empty, children }: ListSectionProps) => {
  const { caseId } = application;
  const { to, search } = useOnward(caseId, applicationPath(caseId));
  useTitleAfterRemoval(count);
  const isEmpty = count === 0;
  return (
    <>
      {isEmpty ? <Empty title={empty} /> : <RowProblems application={application} section={section} />}
      {children}
      <div className="form__end">
        <ButtonLink
          to={`${applicationPath(caseId)}/${pathOf[section]}/new${search}`}
          look={isEmpty ? 'primary' : 'outline'}
        >
          {add}
        </ButtonLink>
        <ButtonLink to={to} look={isEmpty ? 'quiet' : 'primary'}>
          <Say id={search === '' ? 'exporter.backToTasks' : 'exporter.backToAnswers'} />
        </ButtonLink>
      </div>
    </>
  );
};

interface RowProblemsProps {
  readonly application: Application;
  readonly section: SectionName;
  /** Of one row; of the list as a whole where left out. */
  readonly row?: number;
}

/** What keeps a row, or the list, from being complete. */
export const RowProblems = ({ application, section, row }: RowProblemsProps) => {
  const at = `/sections/${section}${row === undefined ? '' : `/${row}`}`;
  const found = application.problems.filter(
    ({ pointer = '' }) => pointer === at || (row !== undefined && pointer.startsWith(`${at}/`)),
  );
  if (found.length === 0) return null;
  return (
    <ul className="row-problems">
      {found.map(({ code, sentence }) => (
        <li key={code + sentence}>
          <span className="usa-sr-only">
            <Say id="ui.error" />
            {': '}
          </span>
          {sentence}
        </li>
      ))}
    </ul>
  );
};
