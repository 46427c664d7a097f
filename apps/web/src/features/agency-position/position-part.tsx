import { useEffect, useRef, useState } from 'react';
import type { SecurityReview } from '../../api/reviews';
import { idOfField } from '../../forms/labels';
import { useMay } from '../../session/me';
import { Button } from '../../ui/button';
import { Read } from '../../ui/read';
import { useShortcut } from '../../ui/shortcuts';
import { Card, SummaryList } from '../../ui/summary-list';
import { Day } from '../../words/format';
import { lastDayOf } from '../../words/last-day';
import { Say, useSay } from '../../words/say';
import { useClauses } from '../clauses/use-clauses';
import { AnswerOf } from './answer-of';
import { PositionForm } from './position-form';

export type Referral = SecurityReview['referrals'][number];

interface PositionPartProps {
  readonly review: SecurityReview;
  readonly version: number;
  /** Of the reader's own agency. */
  readonly referral: Referral;
}

/** Why the case came to the agency and by when it has to answer; its position, and taking it. */
export const PositionPart = ({ review, version, referral }: PositionPartProps) => {
  const say = useSay();
  const clauses = useClauses();
  const { answer, because, dueAt } = referral;
  const mayTake = useMay()('security-review:work') && review.status === 'in-review' && answer?.silent !== true;
  const [isOpen, setOpen] = useState(answer === undefined);
  const [isTaken, setTaken] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isTaken) told.current?.focus();
  }, [isTaken]);
  const open = () => {
    setOpen(true);
    setTaken(false);
    // The form is on the page one frame later.
    requestAnimationFrame(() => document.getElementById(idOfField('position'))?.focus());
  };
  useShortcut('f', say('review.position.key'), open, mayTake);
  return (
    <div>
      <Card id="referral" title={<Say id="review.referral" agency={referral.agencyName} />}>
        <SummaryList
          rows={[
            { key: 'because', name: <Say id="review.referral.because" />, value: because },
            {
              key: 'due',
              name: <Say id="review.referral.due" />,
              value: <Say id="review.referral.dueBy" day={<Day value={lastDayOf(dueAt)} />} />,
            },
          ]}
        />
      </Card>
      <Card
        id="position"
        title={<Say id="review.position" />}
        actions={
          mayTake &&
          !isOpen && (
            <Button look="quiet" onClick={open}>
              <Say id="review.position.again" />
            </Button>
          )
        }
      >
        <p ref={told} tabIndex={-1} role="status" className={isTaken ? undefined : 'usa-sr-only'}>
          {isTaken && <Say id="review.position.taken" />}
        </p>
        {answer && <AnswerOf answer={answer} />}
        {!mayTake && (
          <Say
            id={`review.position.closed.${answer?.silent === true ? 'silent' : review.status === 'not-open' ? 'closed' : review.status}`}
          />
        )}
        {mayTake && isOpen && (
          <Read query={clauses}>
            {({ items }) => (
              <PositionForm
                caseId={review.caseId}
                version={version}
                answer={answer}
                clauses={items.filter(({ kind }) => kind === 'condition')}
                onDone={() => {
                  setOpen(false);
                  setTaken(true);
                }}
              />
            )}
          </Read>
        )}
      </Card>
    </div>
  );
};
