import { ClockRing, DaysLeft } from '../../ui/clock-ring';
import { Day } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';

const resolved: readonly CaseOverview['status'][] = ['licensed', 'denied', 'no-licence-required', 'withdrawn'];

/** The statutory clock of a case, when it runs out, and why it does not run where it does not. */
export const ClockOf = ({ overview }: { readonly overview: CaseOverview }) => {
  const { daysElapsed, daysLeft, registeredOn, resolveBy, closedOn, status } = overview;
  if (daysElapsed === null || registeredOn === null)
    return (
      <p className="case-clock__why">
        <Say id="cases.clock.notBegun" />
      </p>
    );
  return (
    <div className="case-clock">
      <ClockRing elapsed={daysElapsed} size="large" />
      <div className="case-clock__why">
        {closedOn === null && daysLeft !== null && resolveBy !== null && (
          <p>
            <DaysLeft days={daysLeft} />
            {'; '}
            <Say id="cases.clock.resolveBy" day={<Day value={resolveBy} />} />
          </p>
        )}
        <p>
          {closedOn === null ? (
            <Say id="cases.clock.runs" day={<Day value={registeredOn} />} />
          ) : resolved.includes(status) ? (
            <Say id="cases.clock.closed" from={<Day value={registeredOn} />} until={<Day value={closedOn} />} />
          ) : (
            <Say id="cases.clock.returned" day={<Day value={closedOn} />} />
          )}
        </p>
      </div>
    </div>
  );
};
