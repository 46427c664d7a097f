import { Card, SummaryList } from '../../ui/summary-list';
import { Money, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview, Item } from './case-types';
import { FindingOf, ParagraphTag } from './finding-of';
import { Leaf } from './mark';
import { isUnsubmitted, NotGiven } from './not-given';
import { SpecificationOf } from './specification-of';

/** The lines of the application: what each is, what it can do, and what technical review found of it. */
export const ItemsOf = ({ overview }: { readonly overview: CaseOverview }) => {
  const { items } = overview;
  return (
    <section aria-labelledby="case-items-title" className="case-part">
      <h2 id="case-items-title">
        {isUnsubmitted(overview) ? <Say id="cases.items.head" /> : <Say id="cases.items" count={items.length} />}
      </h2>
      {items.length === 0 ? (
        <NotGiven overview={overview} none="cases.items.none" />
      ) : (
        items.map((item, index) => <ItemOf key={item.line} item={item} index={index} overview={overview} />)
      )}
    </section>
  );
};

interface ItemProps {
  readonly item: Item;
  readonly index: number;
  readonly overview: CaseOverview;
}

const ItemOf = ({ item, index, overview }: ItemProps) => {
  const at = `/items/${index}`;
  const found = overview.review?.findings.findIndex(({ line }) => line === item.line) ?? -1;
  const finding = overview.review?.findings[found];
  return (
    <Card
      level={3}
      id={`line-${item.line}`}
      title={
        <>
          <Say id="cases.line" line={item.line} />: <Leaf at={`${at}/model`}>{item.model}</Leaf>
        </>
      }
      actions={finding && <ParagraphTag paragraph={finding.paragraph} />}
    >
      <div className="case-item">
        <div>
          <SummaryList
            rows={[
              {
                key: 'manufacturer',
                name: <Say id="cases.manufacturer" />,
                value: <Leaf at={`${at}/manufacturer`}>{item.manufacturer}</Leaf>,
              },
              {
                key: 'description',
                name: <Say id="cases.description" />,
                value: <Leaf at={`${at}/description`}>{item.description}</Leaf>,
              },
              {
                key: 'quantity',
                name: <Say id="cases.quantity" />,
                value: (
                  <Leaf at={`${at}/quantity`}>
                    <Quantity value={item.quantity} />
                  </Leaf>
                ),
              },
              {
                key: 'unitPrice',
                name: <Say id="cases.unitPrice" />,
                value: (
                  <Leaf at={`${at}/unitPrice/amount`}>
                    <Money value={item.unitPrice} />
                  </Leaf>
                ),
              },
            ]}
          />
          {finding && (
            <>
              <h4>
                <Say id="cases.finding" />
              </h4>
              <FindingOf finding={finding} at={`/review/findings/${found}`} />
            </>
          )}
        </div>
        <div>
          <h4>
            <Say id="cases.specification" />
          </h4>
          <SpecificationOf specification={item.specification} at={`${at}/specification`} />
        </div>
      </div>
    </Card>
  );
};
