import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useAddress } from '../../ui/address';
import { Read } from '../../ui/read';
import { Moment, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { CaseScreen } from '../case/case-screen';
import { Marked } from '../case/mark';
import { BlamePanel } from './blame-panel';
import { Blamed } from './blamed';
import { DifferenceOf } from './difference-of';
import { asOfQuery, type AsOf, type HistoryFact } from './history-query';
import { LicenceAsOf } from './licence-as-of';

/** How many facts to either side are read ahead, so that a step shows at once. */
const ahead = [1, -1, 2, -2];

interface AsItStoodProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
  readonly place: number;
  readonly from: number | undefined;
}

/** The whole page of a case as it stood after a fact, what differs from another moment, and the facts behind each value. */
export const AsItStood = ({ caseId, facts, place, from }: AsItStoodProps) => {
  const client = useQueryClient();
  const address = useAddress();
  const position = facts[place]?.position ?? 0;
  const page = useQuery({ ...asOfQuery(caseId, position), placeholderData: keepPreviousData });
  useEffect(() => {
    for (const step of ahead) {
      const near = facts[place + step];
      if (near) void client.prefetchQuery(asOfQuery(caseId, near.position));
    }
  }, [client, caseId, facts, place]);

  const pressed = useRef<HTMLElement>(undefined);
  const pointer = address.get('value');
  const openValue = (chosen: string, by: HTMLElement) => {
    pressed.current = by;
    address.set({ value: chosen });
  };
  const closeValue = () => {
    address.set({ value: undefined });
    if (pressed.current?.isConnected) pressed.current.focus();
    else document.getElementById('main')?.focus();
  };
  return (
    <>
      <Banner fact={facts[place]} isOld={page.isPlaceholderData} />
      {from !== undefined && <DifferenceOf caseId={caseId} facts={facts} from={from} to={place} />}
      <div className={pointer === undefined ? 'replay' : 'replay replay--blaming'}>
        <div className="replay__case">
          <Read query={page} rows={10}>
            {(asOf) => <CaseAsOf asOf={asOf} onOpen={openValue} chosen={pointer} />}
          </Read>
        </div>
        {pointer !== undefined && (
          <BlamePanel
            key={pointer}
            caseId={caseId}
            pointer={pointer}
            facts={facts}
            position={position}
            wasPressed={pressed.current !== undefined}
            onClose={closeValue}
          />
        )}
      </div>
    </>
  );
};

/** Stays in sight: nobody shall take the past for the present. */
const Banner = ({ fact, isOld }: { readonly fact: HistoryFact | undefined; readonly isOld: boolean }) =>
  fact === undefined ? null : (
    <div className="as-of-banner" role="status" aria-busy={isOld}>
      <strong>
        <Say
          id="auditor.replay.banner"
          moment={<Moment value={fact.at} />}
          position={<Quantity value={fact.position} />}
        />
      </strong>{' '}
      <span className="as-of-banner__fact">{fact.sentence}</span>
    </div>
  );

interface CaseAsOfProps {
  readonly asOf: AsOf;
  readonly chosen: string | undefined;
  readonly onOpen: (pointer: string, by: HTMLElement) => void;
}

const CaseAsOf = ({ asOf, chosen, onOpen }: CaseAsOfProps) => {
  const known = Object.keys(asOf.setBy);
  const mark = (pointer: string, node: ReactNode) =>
    known.some((each) => each === pointer || each.startsWith(`${pointer}/`)) ? (
      <Blamed pointer={pointer} isChosen={pointer === chosen} onOpen={onOpen}>
        {node}
      </Blamed>
    ) : (
      node
    );
  return (
    <>
      <p className="usa-hint no-print">
        <Say id="auditor.blame.hint" />
      </p>
      <CaseScreen overview={asOf} timeline={asOf.timeline} asOf={asOf.at} mark={mark} />
      <Marked mark={mark}>
        <LicenceAsOf asOf={asOf} />
      </Marked>
    </>
  );
};
