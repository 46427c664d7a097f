import { SimpleTable } from '../../ui/simple-table';
import { Card } from '../../ui/summary-list';
import { Day, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { Leaf } from '../case/mark';
import type { AsOf } from './history-query';

/** The licence of the case and what was owed under it, as both stood; nothing before there was one. */
export const LicenceAsOf = ({ asOf: { licence, obligations } }: { readonly asOf: AsOf }) =>
  licence === null ? null : (
    <Card
      id="licence-as-of"
      title={<Say id="auditor.licence.title" number={licence.licenceNumber} />}
      actions={
        <Leaf at="/licence/status">
          <Say id={`licence.status.${licence.status}`} />
        </Leaf>
      }
    >
      <SimpleTable
        caption={<Say id="auditor.licence.lines" />}
        rows={licence.lines.map((line, index) => ({ ...line, at: `/licence/lines/${index}` }))}
        keyOf={({ line }) => line}
        columns={[
          { key: 'model', head: <Say id="auditor.licence.model" />, isRowHead: true, cell: ({ model }) => model },
          {
            key: 'quantity',
            head: <Say id="auditor.licence.licensed" />,
            isNumber: true,
            cell: ({ quantity, at }) => (
              <Leaf at={`${at}/quantity`}>
                <Quantity value={quantity} />
              </Leaf>
            ),
          },
          {
            key: 'left',
            head: <Say id="auditor.licence.left" />,
            isNumber: true,
            cell: ({ quantityLeft, at }) => (
              <Leaf at={`${at}/quantityLeft`}>
                <Quantity value={quantityLeft} />
              </Leaf>
            ),
          },
        ]}
      />
      {obligations.length > 0 && (
        <SimpleTable
          caption={<Say id="auditor.licence.owed" />}
          rows={obligations.map((each, index) => ({ ...each, at: `/obligations/${index}` }))}
          keyOf={({ obligationId }) => obligationId}
          columns={[
            { key: 'about', head: <Say id="auditor.licence.what" />, isRowHead: true, cell: ({ about }) => about },
            {
              key: 'due',
              head: <Say id="auditor.licence.due" />,
              cell: ({ dueAt, at }) => (
                <Leaf at={`${at}/dueAt`}>
                  <Day value={dueAt} />
                </Leaf>
              ),
            },
            {
              key: 'status',
              head: <Say id="auditor.licence.status" />,
              cell: ({ status, at }) => (
                <Leaf at={`${at}/status`}>
                  <Say id={`obligation.status.${status}`} />
                </Leaf>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
