import { useToday } from '../../session/now';
import { DaysLeft } from '../../ui/clock-ring';
import { Card } from '../../ui/summary-list';
import { Say } from '../../words/say';
import { NoticeOf } from '../case/notice-of';
import { daysUntil } from './days';
import type { LicensingCase } from './licensing-case';

interface NoticeRunningProps {
  readonly view: LicensingCase;
}

/** A notice of intent that the applicant may still answer, and the days that are left. */
export const NoticeRunning = ({ view }: NoticeRunningProps) => {
  const { notice } = view;
  const today = useToday();
  if (!notice) return null;
  return (
    <Card id="notice" title={<Say id="decision.notice" />}>
      <p>
        <Say id="decision.notice.body" />
      </p>
      <ul className="notice-days">
        <li>
          <Say id="decision.notice.answer" /> <DaysLeft days={daysUntil(notice.answerBy, today)} />
        </li>
        <li>
          <Say id="decision.notice.final" /> <DaysLeft days={daysUntil(notice.finalAt, today)} />
        </li>
      </ul>
      <NoticeOf notice={{ ...notice, answer: view.answer ?? null }} />
    </Card>
  );
};
