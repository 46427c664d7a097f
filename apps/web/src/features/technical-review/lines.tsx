import { Card, SummaryList } from '../../ui/summary-list';
import { Tag } from '../../ui/tag';
import { Money, Quantity } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { ParagraphTag } from '../case/finding-of';
import { SpecificationOf } from '../case/specification-of';
import type { ReviewedItem } from './use-line';

interface LinesProps {
  readonly items: readonly ReviewedItem[];
  readonly chosen: ReviewedItem | undefined;
  readonly onChoose: (line: number) => void;
}

/** The lines of the application with what was found of each, and the one that is worked on as the applicant stated it. */
export const Lines = ({ items, chosen, onChoose }: LinesProps) => {
  const say = useSay();
  return (
    <div className="workspace__lines">
      <nav aria-label={say('review.lines')}>
        <ul className="lines">
          {items.map(({ line, model, finding }) => (
            <li key={line}>
              <button
                type="button"
                className="lines__one"
                aria-current={line === chosen?.line ? 'true' : undefined}
                onClick={() => onChoose(line)}
              >
                <span className="lines__name">
                  <Say id="review.line" line={line} model={model} />
                </span>
                {finding ? (
                  <ParagraphTag paragraph={finding.paragraph} />
                ) : (
                  <Tag>
                    <Say id="review.noFinding" />
                  </Tag>
                )}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {chosen && (
        <Card id="item" title={<Say id="review.line" line={chosen.line} model={chosen.model} />}>
          <SummaryList
            rows={[
              { key: 'manufacturer', name: <Say id="review.manufacturer" />, value: chosen.manufacturer },
              { key: 'description', name: <Say id="review.description" />, value: chosen.description },
              {
                key: 'quantity',
                name: <Say id="review.quantity" />,
                value: (
                  <Say
                    id="review.quantityAt"
                    quantity={<Quantity value={chosen.quantity} />}
                    price={<Money value={chosen.unitPrice} />}
                  />
                ),
              },
            ]}
          />
          <SpecificationOf specification={chosen.specification} at={`/items/${chosen.line}/specification`} />
        </Card>
      )}
    </div>
  );
};
