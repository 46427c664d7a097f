import { useAddress } from '../../ui/address';
import { Alert } from '../../ui/alert';
import { Empty } from '../../ui/states';
import { Say } from '../../words/say';
import { AsItStood } from './as-it-stood';
import { History } from './history';
import type { HistoryFact } from './history-query';
import { placeOf } from './moments';
import { TimeControl } from './time-control';

interface ReplayProps {
  readonly caseId: string;
  /** All of them, oldest first. */
  readonly facts: readonly HistoryFact[];
}

/** The control of time; below it the case as it stood where a moment is chosen, else its whole history. */
export const Replay = ({ caseId, facts }: ReplayProps) => {
  const address = useAddress();
  const [asked, askedFrom] = [address.get('at'), address.get('from')];
  const found = asked === undefined ? undefined : placeOf(facts, asked);
  const foundFrom = askedFrom === undefined ? undefined : placeOf(facts, askedFrom);
  const isLost = (asked !== undefined && found === undefined) || (askedFrom !== undefined && foundFrom === undefined);
  if (facts.length === 0) return <Empty title={<Say id="auditor.history.nothing" />} />;
  // The second moment alone is compared with how the case stands today.
  const place = found ?? (foundFrom === undefined ? undefined : facts.length - 1);
  const from = foundFrom === undefined || place === undefined ? undefined : Math.min(foundFrom, place);
  const fact = place === undefined ? undefined : facts[place];
  return (
    <>
      {isLost && (
        <Alert kind="warning" isNews>
          <Say id="auditor.replay.noMoment" />
        </Alert>
      )}
      <TimeControl facts={facts} place={place} from={from} />
      {fact === undefined ? (
        <History caseId={caseId} facts={facts} />
      ) : (
        <AsItStood caseId={caseId} facts={facts} place={facts.indexOf(fact)} from={from} />
      )}
    </>
  );
};
