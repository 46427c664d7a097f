import { DutyOf } from '../case/conditions-of';
import { Alert } from '../../ui/alert';
import { SimpleTable } from '../../ui/simple-table';
import { SummaryList } from '../../ui/summary-list';
import { Day, Money, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { lineFigures } from './figures';
import type { Decision, LicensingCase } from './licensing-case';
import { Totals } from './totals';

interface DecisionTextProps {
  readonly decision: Decision;
  readonly view: Pick<LicensingCase, 'file' | 'findings'>;
  /** Whether what is kept from the applicant is shown. */
  readonly showsWithheld?: boolean;
}

/** A decision in full, as it is signed: lines, conditions, grounds, reasons. */
export const DecisionText = ({ decision, view, showsWithheld = true }: DecisionTextProps) => {
  const { lines, conditions, validUntil, criteria, reasons, withheldReasons } = decision;
  const items = view.file.content.items;
  const left = lines ? items.filter(({ line }) => !lines.some((one) => one.line === line)) : [];
  return (
    <div className="decision-text">
      {lines && (
        <>
          <SimpleTable
            caption={<Say id="decision.lines" />}
            rows={lines}
            keyOf={({ line }) => line}
            columns={[
              {
                key: 'line',
                head: <Say id="decision.line" />,
                isRowHead: true,
                cell: ({ line, model }) => <Say id="decision.line.model" line={line} model={model} />,
              },
              {
                key: 'quantity',
                head: <Say id="decision.line.approved" />,
                isNumber: true,
                cell: ({ quantity }) => <Quantity value={quantity} />,
              },
              {
                key: 'of',
                head: <Say id="decision.line.applied" />,
                isNumber: true,
                cell: ({ line }) => <Quantity value={items.find((item) => item.line === line)?.quantity ?? ''} />,
              },
              {
                key: 'price',
                head: <Say id="decision.line.price" />,
                isNumber: true,
                cell: ({ unitPrice }) => <Money value={unitPrice} />,
              },
              {
                key: 'value',
                head: <Say id="decision.line.value" />,
                isNumber: true,
                cell: ({ value }) => <Money value={value} />,
              },
              {
                key: 'tpp',
                head: <Say id="decision.line.tpp" />,
                isNumber: true,
                cell: (line) => {
                  const tpp = lineFigures(line, line.quantity, view.findings)?.tpp;
                  return tpp === undefined ? <Say id="ui.unknown" /> : <Quantity value={tpp} />;
                },
              },
            ]}
          />
          <Totals lines={lines.flatMap((line) => lineFigures(line, line.quantity, view.findings) ?? [])} />
          {left.length > 0 && (
            <p>
              <Say id="decision.lines.left" lines={left.map(({ line }) => line).join(', ')} count={left.length} />
            </p>
          )}
        </>
      )}
      {conditions && (
        <>
          <h3>
            <Say id="decision.text.conditions" count={conditions.length} />
          </h3>
          <ol className="decision-text__conditions">
            {conditions.map(({ conditionId, text, duty }) => (
              <li key={conditionId}>
                {text}{' '}
                <strong>
                  <DutyOf duty={duty} />
                </strong>
              </li>
            ))}
          </ol>
        </>
      )}
      <SummaryList
        rows={[
          ...(validUntil === undefined
            ? []
            : [{ key: 'until', name: <Say id="decision.text.validUntil" />, value: <Day value={validUntil} /> }]),
          ...(criteria === undefined
            ? []
            : [{ key: 'criteria', name: <Say id="decision.text.criteria" />, value: criteria.join('\n') }]),
          ...(reasons === undefined
            ? []
            : [{ key: 'reasons', name: <Say id="decision.text.reasons" />, value: reasons }]),
        ]}
      />
      {withheldReasons !== undefined && showsWithheld && (
        <Alert kind="warning" title={<Say id="decision.text.withheld" />}>
          <p className="decision-text__withheld">{withheldReasons}</p>
          <p className="usa-hint">
            <Say id="decision.withheld.readers" />
          </p>
        </Alert>
      )}
    </div>
  );
};
