import { Say, useSay } from '../words/say';

interface ClockRingProps {
  readonly elapsed: number;
  /** Days that the law gives: 90 calendar days (E.O. 12981). */
  readonly whole?: number;
  readonly size?: 'small' | 'large';
}

const radius = 15;
const around = 2 * Math.PI * radius;

/** How much of the statutory clock is used up, as a ring and in words. */
export const ClockRing = ({ elapsed, whole = 90, size = 'small' }: ClockRingProps) => {
  const say = useSay();
  const share = Math.min(1, Math.max(0, elapsed / whole));
  const tone = elapsed > whole ? 'bad' : share > 0.75 ? 'warn' : 'active';
  const words =
    elapsed > whole
      ? say('ui.clock.over', { elapsed, over: elapsed - whole, whole })
      : say('ui.clock', { elapsed, whole });
  return (
    <span className={`clock clock--${size} clock--${tone}`}>
      <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle className="clock__track" cx="18" cy="18" r={radius} />
        <circle
          className="clock__used"
          cx="18"
          cy="18"
          r={radius}
          strokeDasharray={`${share * around} ${around}`}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <span>{words}</span>
    </span>
  );
};

/** Days that are left, or by how many the day was missed. */
export const DaysLeft = ({ days }: { readonly days: number }) => (
  <span className={`days days--${days < 0 ? 'bad' : days <= 7 ? 'warn' : 'neutral'}`}>
    {days < 0 ? <Say id="ui.daysOver" days={-days} /> : <Say id="ui.daysLeft" days={days} />}
  </span>
);
