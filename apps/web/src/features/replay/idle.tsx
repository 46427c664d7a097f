import { Say } from '../../words/say';

/** For how long nothing happened; nothing where that was less than a day. */
export const Idle = ({ days }: { readonly days: number }) =>
  days === 0 ? null : (
    <li className="idle">
      <Say id="auditor.history.idle" days={days} />
    </li>
  );
