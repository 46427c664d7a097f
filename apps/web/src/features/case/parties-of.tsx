import { SimpleTable } from '../../ui/simple-table';
import { Card, SummaryList } from '../../ui/summary-list';
import { Country } from '../../words/country';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { Leaf } from './mark';
import { isUnsubmitted, NotGiven } from './not-given';

/** Who takes part, where they are and whose they are; where the items leave from and what they are for. */
export const PartiesOf = ({ overview }: { readonly overview: CaseOverview }) => {
  const { parties, exportFrom, endUse } = overview;
  return (
    <Card id="case-parties" title={<Say id="cases.parties" />}>
      {parties.length === 0 ? (
        <NotGiven overview={overview} none="cases.parties.none" />
      ) : (
        <SimpleTable
          caption={<Say id="cases.parties" />}
          hidesCaption
          rows={parties.map((party, index) => ({ ...party, at: `/parties/${index}` }))}
          keyOf={({ at }) => at}
          columns={[
            {
              key: 'role',
              head: <Say id="cases.parties.role" />,
              cell: ({ role, at }) => (
                <Leaf at={`${at}/role`}>
                  <Say id={`party.${role}`} />
                </Leaf>
              ),
            },
            {
              key: 'name',
              head: <Say id="cases.parties.name" />,
              isRowHead: true,
              cell: ({ name, at }) => <Leaf at={`${at}/name`}>{name}</Leaf>,
            },
            {
              key: 'address',
              head: <Say id="cases.parties.address" />,
              cell: ({ address, country, at }) => (
                <>
                  <Leaf at={`${at}/address`}>{address}</Leaf>
                  <br />
                  <Leaf at={`${at}/country`}>
                    <Country code={country} />
                  </Leaf>
                </>
              ),
            },
            {
              key: 'headquarters',
              head: <Say id="cases.parties.headquarters" />,
              cell: ({ headquarters, at }) => (
                <Leaf at={`${at}/headquarters`}>
                  <Country code={headquarters} />
                </Leaf>
              ),
            },
            {
              key: 'parent',
              head: <Say id="cases.parties.parent" />,
              cell: ({ ultimateParent, at }) =>
                ultimateParent ? (
                  <>
                    <Leaf at={`${at}/ultimateParent/name`}>{ultimateParent.name}</Leaf>
                    {', '}
                    <Leaf at={`${at}/ultimateParent/headquarters`}>
                      <Country code={ultimateParent.headquarters} />
                    </Leaf>
                  </>
                ) : (
                  <Say id="cases.parties.itself" />
                ),
            },
          ]}
        />
      )}
      {!isUnsubmitted(overview) && (
        <SummaryList
          rows={[
            {
              key: 'exportFrom',
              name: <Say id="cases.exportFrom" />,
              value:
                exportFrom === null ? (
                  <Say id="ui.notGiven" />
                ) : (
                  <Leaf at="/exportFrom">
                    <Country code={exportFrom} />
                  </Leaf>
                ),
            },
            {
              key: 'endUse',
              name: <Say id="cases.endUse" />,
              value: endUse === null ? <Say id="ui.notGiven" /> : <Leaf at="/endUse">{endUse}</Leaf>,
            },
          ]}
        />
      )}
    </Card>
  );
};
