import { useEffect, useRef, useState } from 'react';
import { idOfField } from '../../forms/labels';
import { Button } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { Card } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { FindingOf } from '../case/finding-of';
import { Computation } from './computation';
import { FindingForm } from './finding-form';
import type { ReviewedItem } from './use-line';

interface FindingPartProps {
  readonly caseId: string;
  readonly item: ReviewedItem;
  readonly version: number;
  /** Whether the reader has claimed the review. */
  readonly isMine: boolean;
}

/** The computation for a line, what was found of it, and the form that records a finding. */
export const FindingPart = ({ caseId, item, version, isMine }: FindingPartProps) => {
  const say = useSay();
  const { line, model, computation, finding } = item;
  // A form that somebody has open stays open, also when a finding comes in from elsewhere meanwhile.
  const [isOpen, setOpen] = useState(isMine && finding === undefined);
  const [isRecorded, setRecorded] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isRecorded) told.current?.focus();
  }, [isRecorded]);
  const open = () => {
    setOpen(true);
    setRecorded(false);
    // The form is on the page one frame later.
    requestAnimationFrame(() => document.getElementById(idOfField('paragraph'))?.focus());
  };
  useShortcut('f', say('review.record.key'), open, isMine);
  return (
    <div className="workspace__finding">
      <Card id="computation" title={<Say id="review.computation" />}>
        <Computation computation={computation} />
      </Card>
      <Card
        id="finding"
        title={<Say id="review.findingFor" line={line} model={model} />}
        actions={
          isMine &&
          !isOpen && (
            <Button look="quiet" onClick={open}>
              <Say id="review.recordAnother" />
            </Button>
          )
        }
      >
        <p ref={told} tabIndex={-1} role="status" className={isRecorded ? undefined : 'usa-sr-only'}>
          {isRecorded && <Say id="review.recorded" line={line} />}
        </p>
        {finding && <FindingOf finding={finding} at={`/findings/${line}`} />}
        {isOpen && (
          <FindingForm
            caseId={caseId}
            item={item}
            version={version}
            onDone={() => {
              setOpen(false);
              setRecorded(true);
            }}
          />
        )}
        {!finding && !isOpen && (
          <p>
            <Say id={isMine ? 'review.noFindingYet' : 'review.claimToRecord'} />
          </p>
        )}
      </Card>
    </div>
  );
};
