import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { dataOf, listKey } from '../../api/reading';
import { Read } from '../../ui/read';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Day, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { ParagraphTag } from '../case/finding-of';

/** So many earlier findings are shown, the newest first. */
const most = 20;

/** What technical review found of the same model in other cases. */
export const Precedents = ({ model, caseId }: { readonly model: string; readonly caseId: string }) => {
  const query = useQuery({
    queryKey: listKey('precedents', model),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/precedents', { params: { query: { model, limit: most + 1 } }, signal })),
  });
  return (
    <Card id="precedents" title={<Say id="review.precedents" model={model} />}>
      <Read query={query}>
        {({ items }) => {
          const others = items.filter((each) => each.caseId !== caseId).slice(0, most);
          if (others.length === 0)
            return (
              <Empty title={<Say id="review.precedents.none" />}>
                <p>
                  <Say id="review.precedents.none.why" />
                </p>
              </Empty>
            );
          return (
            <ul className="precedents">
              {others.map((each) => (
                <li key={`${each.caseId}-${each.line}`}>
                  <p className="precedents__head">
                    <Link to={`/cases/${each.caseId}`}>
                      <Say id="review.precedents.of" number={each.number} line={each.line} />
                    </Link>
                    <ParagraphTag paragraph={each.paragraph} />
                  </p>
                  <p>
                    {each.model}
                    {each.tpp !== null && (
                      <>
                        {' · '}
                        <Say id="review.precedents.tpp" tpp={<Quantity value={each.tpp} />} />
                      </>
                    )}
                    {each.performanceDensity !== null && (
                      <>
                        {' · '}
                        <Say id="review.precedents.density" density={<Quantity value={each.performanceDensity} />} />
                      </>
                    )}
                  </p>
                  {each.departure !== null && (
                    <p>
                      <Say id="review.precedents.departure" reason={each.departure} />
                    </p>
                  )}
                  <p className="usa-hint">
                    <Say
                      id="review.precedents.by"
                      name={each.reviewerName}
                      day={<Day value={each.recordedAt} />}
                      ruleSet={<code>{each.ruleSet}</code>}
                    />
                  </p>
                </li>
              ))}
            </ul>
          );
        }}
      </Read>
    </Card>
  );
};
