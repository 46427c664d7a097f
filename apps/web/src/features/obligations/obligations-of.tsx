import { Link } from 'react-router';
import type { paths } from '../../api/schema';
import { useMay } from '../../session/me';
import { useNow } from '../../session/now';
import { ButtonLink } from '../../ui/button';
import { DaysLeft } from '../../ui/clock-ring';
import { Empty } from '../../ui/states';
import { Tag, type Tone } from '../../ui/tag';
import { Day, Moment, Money } from '../../words/format';
import { isMidnight, lastDayOf } from '../../words/last-day';
import { Say } from '../../words/say';
import { Evidence } from '../case/conditions-of';

export type Obligation =
  paths['/api/v1/obligations']['get']['responses'][200]['content']['application/json']['items'][number];

const tones: Readonly<Record<Obligation['status'], Tone>> = { open: 'active', overdue: 'bad', fulfilled: 'good' };

interface ObligationsProps {
  readonly obligations: readonly Obligation[];
  /** On the page of their licence, which need not be named. */
  readonly isUnderOne?: boolean;
  readonly hidesActs?: boolean;
}

/** What is owed, for what and until when, with the way to fulfil it. */
export const ObligationsOf = ({ obligations, isUnderOne = false, hidesActs = false }: ObligationsProps) => {
  const fulfils = useMay()('obligation:fulfil') && !hidesActs;
  const now = useNow();
  if (obligations.length === 0) return <Empty title={<Say id="licences.owed.none" />} />;
  return (
    <ul className="owed">
      {obligations.map((owed) => (
        <li key={owed.obligationId} className="owed__one">
          <p className="owed__head">
            <strong>
              <Say id="licences.owed.what" evidence={<Evidence of={owed.evidence} />} about={owed.about} />
            </strong>
            <Tag tone={tones[owed.status]}>
              <Say id={`obligation.status.${owed.status}`} />
            </Tag>
          </p>
          {!isUnderOne && (
            <p className="owed__head">
              <Link to={`/licences/${owed.licenceNumber}`}>{owed.licenceNumber}</Link>
              <span>
                {owed.holderName}, {owed.models}
              </span>
            </p>
          )}
          {owed.amount && (
            <p className="owed__head">
              <Say id="licences.owed.amount" amount={<Money value={owed.amount} />} />
            </p>
          )}
          <p className="owed__head">
            {owed.status === 'fulfilled' ? (
              <Fulfilled owed={owed} />
            ) : (
              <>
                <span>
                  <DueBy value={owed.dueAt} />
                </span>
                <DaysLeft days={daysUntil(owed.dueAt, now)} />
              </>
            )}
          </p>
          {owed.text !== '' && (
            <details className="case-how">
              <summary>
                <Say id="licences.owed.text" />
              </summary>
              <p>{owed.text}</p>
            </details>
          )}
          {fulfils && owed.status !== 'fulfilled' && (
            <p className="no-print">
              <ButtonLink look="outline" to={`/licences/${owed.licenceNumber}/obligations/${owed.obligationId}`}>
                <Say
                  id="licences.owed.fulfil"
                  more={(words) => <span className="usa-sr-only">{words}</span>}
                  evidence={<Evidence of={owed.evidence} />}
                  about={owed.about}
                />
              </ButtonLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};

const Fulfilled = ({ owed }: { readonly owed: Obligation }) => (
  <span>
    <Say
      id={owed.late ? 'licences.owed.fulfilledLate' : 'licences.owed.fulfilled'}
      reference={owed.reference ?? ''}
      day={owed.fulfilledAt === null ? '' : <Day value={owed.fulfilledAt} />}
    />
  </span>
);

const dayMs = 86_400_000;

/** What is told is the first moment that is too late: where that is a midnight, the day before is the last. */
const DueBy = ({ value }: { readonly value: string }) =>
  isMidnight(value) ? (
    <Say id="licences.owed.byDay" day={<Day value={lastDayOf(value)} />} />
  ) : (
    <Say id="licences.owed.by" moment={<Moment value={value} />} />
  );

const daysUntil = (moment: string, now: string): number => Math.floor((Date.parse(moment) - Date.parse(now)) / dayMs);
