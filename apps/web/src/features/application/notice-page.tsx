import { answerNoticeSchema } from '@exeat/licensing/forms';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { caseQuery } from '../../api/reading';
import { Form } from '../../forms/form';
import { standAt } from '../../forms/stand';
import { TextArea } from '../../forms/fields';
import { useMay } from '../../session/me';
import { Alert } from '../../ui/alert';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Day } from '../../words/format';
import { lastDayOf } from '../../words/last-day';
import { Say, useSay } from '../../words/say';

type Case = Awaited<ReturnType<NonNullable<ReturnType<typeof caseQuery>['queryFn']>>>;

/** A notice of intent to deny, and the answer to it. */
export const NoticePage = () => {
  const say = useSay();
  const { caseId = '' } = useParams();
  const query = useQuery(caseQuery(caseId));
  const name = query.data?.number ?? query.data?.reference ?? say('exporter.case');
  return (
    <Page
      title={say('exporter.notice')}
      help="case"
      width="narrow"
      caption={name}
      crumbs={[
        { to: '/my-cases', name: say('shell.home') },
        { to: `/cases/${caseId}`, name },
      ]}
    >
      <Read query={query}>
        {(found) =>
          found.notice === null ? (
            <Empty title={<Say id="exporter.notice.none" />} />
          ) : (
            <Notice found={found} notice={found.notice} />
          )
        }
      </Read>
    </Page>
  );
};

const Notice = ({ found, notice }: { readonly found: Case; readonly notice: NonNullable<Case['notice']> }) => {
  const may = useMay();
  const { caseId, status } = found;
  const { criteria, reasons, answerBy, finalAt, answer } = notice;
  const isAsked = status === 'intent-to-deny' && answer === null;
  return (
    <>
      {isAsked && (
        <Alert kind="warning" title={<Say id="exporter.notice.by" day={<Day value={lastDayOf(answerBy)} />} />}>
          <Say id="exporter.notice.final" day={<Day value={lastDayOf(finalAt)} />} />
        </Alert>
      )}
      <Card id="notice-reasons" title={<Say id="exporter.notice.reasons" />}>
        <p className="as-typed">{reasons}</p>
        <h3>
          <Say id="exporter.notice.criteria" />
        </h3>
        <ul className="usa-list">
          {criteria.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Card>
      {answer !== null && (
        <Card id="notice-answer" title={<Say id="exporter.notice.answered" />}>
          <p className="as-typed">{answer}</p>
          <p className="usa-hint">
            <Say id="exporter.notice.next" />
          </p>
        </Card>
      )}
      {isAsked && may('notice:answer') ? (
        <Answer found={found} />
      ) : (
        <ButtonLink to={`/cases/${caseId}`} look="outline">
          <Say id="exporter.toCase" />
        </ButtonLink>
      )}
    </>
  );
};

const Answer = ({ found: { caseId, versions } }: { readonly found: Case }) => {
  const say = useSay();
  const client = useQueryClient();
  const [version] = useState(versions['licensing']);
  return (
    <Form<{ answer: string }>
      name={`notice:${caseId}`}
      schema={answerNoticeSchema}
      initial={{ answer: '' }}
      command={(body) => ({
        path: `/licensing/${caseId}/notice/answer`,
        body,
        ...(version !== undefined && { version }),
      })}
      race={{
        caseId,
        upon: standAt(`/licensing/${caseId}`, version),
        versionNow: async () => (await client.fetchQuery({ ...caseQuery(caseId), staleTime: 0 })).versions['licensing'],
      }}
      submit={<Say id="exporter.notice.yes" />}
    >
      <TextArea
        name="answer"
        label={say('exporter.notice.answer')}
        hint={<Say id="exporter.notice.answer.hint" />}
        rows={10}
        most={10_000}
      />
    </Form>
  );
};
