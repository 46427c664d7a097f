import { SummaryList } from '../../ui/summary-list';
import { Moment } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { criteriaRow } from './criteria';
import { Leaf } from './mark';

/** A notice of intent to deny, until when it can be answered, and the answer. */
export const NoticeOf = ({ notice }: { readonly notice: NonNullable<CaseOverview['notice']> }) => (
  <>
    <h3>
      <Say id="cases.notice" />
    </h3>
    <SummaryList
      rows={[
        criteriaRow(notice.criteria, '/notice/criteria'),
        {
          key: 'reasons',
          name: <Say id="cases.decision.reasons" />,
          value: <Leaf at="/notice/reasons">{notice.reasons}</Leaf>,
        },
        {
          key: 'answerBy',
          name: <Say id="cases.notice.answerBy" />,
          value: (
            <Leaf at="/notice/answerBy">
              <Moment value={notice.answerBy} />
            </Leaf>
          ),
        },
        {
          key: 'finalAt',
          name: <Say id="cases.notice.finalAt" />,
          value: (
            <Leaf at="/notice/finalAt">
              <Moment value={notice.finalAt} />
            </Leaf>
          ),
        },
        {
          key: 'answer',
          name: <Say id="cases.notice.answer" />,
          value: <Leaf at="/notice/answer">{notice.answer ?? <Say id="cases.notice.unanswered" />}</Leaf>,
        },
      ]}
    />
  </>
);
