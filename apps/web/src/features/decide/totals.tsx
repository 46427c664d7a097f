import { useDecimal, useMoney } from '../../words/format';
import { Say } from '../../words/say';
import { totalFigures, type LineFigures } from './figures';

/** What lines come to together, in a sentence. */
export const Totals = ({ lines }: { readonly lines: readonly LineFigures[] }) => {
  const money = useMoney();
  const decimal = useDecimal();
  if (lines.length === 0) return null;
  const { values, tpp, isTppWhole } = totalFigures(lines);
  return (
    <p className="totals">
      <Say
        id={isTppWhole ? 'decision.totals' : 'decision.totals.partly'}
        value={values.map(money).join(' + ')}
        tpp={decimal(tpp)}
      />
    </p>
  );
};
