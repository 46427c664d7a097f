import { ClockRing, DaysLeft } from '../../ui/clock-ring';
import { Day } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { Leaf } from './mark';

/** The statutory clock of a case, when it runs out, and each of its stops with the reason. */
export const ClockOf = ({ overview }: { readonly overview: CaseOverview }) => {
  const { daysElapsed, daysLeft, clock } = overview;
  if (clock === null)
    return (
      <p className="case-clock__why">
        <Say id="cases.clock.notBegun" />
      </p>
    );
  const { runsSince, resolveBy, stops } = clock;
  return (
    <div className="case-clock">
      {daysElapsed !== null && <ClockRing elapsed={daysElapsed} size="large" />}
      <div className="case-clock__why">
        {daysLeft !== null && resolveBy !== null && (
          <p>
            <DaysLeft days={daysLeft} />
            {'; '}
            <Say
              id="cases.clock.resolveBy"
              day={
                <Leaf at="/clock/resolveBy">
                  <Day value={resolveBy} />
                </Leaf>
              }
            />
          </p>
        )}
        <p>
          {runsSince === null ? (
            <Say id="cases.clock.notRegistered" />
          ) : (
            <Say
              id={stops.some(({ to }) => to === undefined) ? 'cases.clock.ran' : 'cases.clock.runs'}
              day={
                <Leaf at="/clock/runsSince">
                  <Day value={runsSince} />
                </Leaf>
              }
            />
          )}
        </p>
        {stops.length > 0 && (
          <ul className="case-clock__stops">
            {stops.map(({ from, to, because }, index) => (
              <li key={from}>
                <Leaf at={`/clock/stops/${index}`}>
                  {to === undefined ? (
                    <Say id="cases.clock.stopped" from={<Day value={from} />} because={because} />
                  ) : (
                    <Say
                      id="cases.clock.stoppedUntil"
                      from={<Day value={from} />}
                      to={<Day value={to} />}
                      because={because}
                    />
                  )}
                </Leaf>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};
