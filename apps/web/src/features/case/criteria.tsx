import type { SummaryRow } from '../../ui/summary-list';
import { Say } from '../../words/say';
import { Leaf } from './mark';

/** The rules a denial names, as a row of a summary. */
export const criteriaRow = (criteria: readonly string[], at: string): SummaryRow => ({
  key: 'criteria',
  name: <Say id="cases.decision.criteria" />,
  value: (
    <ul className="case-list">
      {criteria.map((each, index) => (
        <li key={each}>
          <Leaf at={`${at}/${index}`}>{each}</Leaf>
        </li>
      ))}
    </ul>
  ),
});
