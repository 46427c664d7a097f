import { Link } from 'react-router';
import type { paths } from '../../api/schema';
import { ClockRing, DaysLeft } from '../../ui/clock-ring';
import { Tag, type Tone } from '../../ui/tag';
import { Day } from '../../words/format';
import { lastDayOf } from '../../words/last-day';
import { Say, useSay } from '../../words/say';

export type MyCase = paths['/api/v1/my-cases']['get']['responses'][200]['content']['application/json']['items'][number];

const tones: Readonly<Partial<Record<MyCase['status'], Tone>>> = {
  draft: 'neutral',
  returned: 'warn',
  'intent-to-deny': 'bad',
  denied: 'bad',
  withdrawn: 'neutral',
  licensed: 'good',
  'no-licence-required': 'good',
};

/** On whom a case can wait. */
const waits = ['applicant', 'technical-review', 'agencies', 'licensing', 'countersigner', 'exeat'] as const;

/** Where a case is worked on: an application that is the company's to change, or the page of the case. */
export const placeOfCase = ({ caseId, status }: Pick<MyCase, 'caseId' | 'status'>): string =>
  status === 'draft' || status === 'returned' ? `/applications/${caseId}` : `/cases/${caseId}`;

/** One case, as wide as there is room. */
export const CaseRow = ({ each }: { readonly each: MyCase }) => {
  const say = useSay();
  const { reference, number, items, status, waitsFor, waitsOn } = each;
  const wait = waits.find((who) => who === waitsOn);
  return (
    <li className="cases__row">
      <div className="cases__what">
        <h2 className="cases__name">
          <Link to={placeOfCase(each)}>{reference}</Link>
        </h2>
        <p className="usa-hint">
          {number ?? <Say id="exporter.cases.unnumbered" />}
          {' · '}
          {items === '' ? <Say id="exporter.cases.noItems" /> : items}
        </p>
      </div>
      <div className="cases__status">
        <Tag tone={tones[status] ?? 'active'}>{say(`status.${status}`)}</Tag>
        <p>
          {wait === undefined ? (
            <Say id="exporter.cases.waitsForNothing" />
          ) : (
            <Say id={`exporter.waits.${wait}`} what={waitsFor} b={(words) => <strong>{words}</strong>} />
          )}
        </p>
        {status === 'intent-to-deny' && (
          <p>
            <Link to={`/cases/${each.caseId}/notice`} aria-label={say('exporter.cases.answerWhat', { reference })}>
              <Say id="exporter.cases.answer" />
            </Link>
          </p>
        )}
        {each.licenceNumber !== null && (
          <p>
            <Link to={`/licences/${each.licenceNumber}`}>
              <Say id="exporter.cases.licence" number={each.licenceNumber} />
            </Link>
          </p>
        )}
      </div>
      <div className="cases__clock">
        <Clock each={each} />
      </div>
    </li>
  );
};

/** How much of the clock is used, and why it stands where it does. */
const Clock = ({ each: { status, daysElapsed, daysLeft, closedOn, answerBy } }: { readonly each: MyCase }) => (
  <>
    {daysElapsed !== null && (
      <p className="cases__days">
        <ClockRing elapsed={daysElapsed} /> {daysLeft !== null && <DaysLeft days={daysLeft} />}
      </p>
    )}
    <p className="usa-hint">
      {status === 'returned' && closedOn !== null ? (
        <Say id="exporter.clock.returned" day={<Day value={closedOn} />} />
      ) : closedOn !== null ? (
        <Say id="exporter.clock.closed" day={<Day value={closedOn} />} />
      ) : status === 'intent-to-deny' && answerBy !== null ? (
        <Say id="exporter.clock.notice" day={<Day value={lastDayOf(answerBy)} />} />
      ) : daysElapsed === null ? (
        <Say id={status === 'draft' ? 'exporter.clock.draft' : 'exporter.clock.submitted'} />
      ) : undefined}
    </p>
  </>
);
