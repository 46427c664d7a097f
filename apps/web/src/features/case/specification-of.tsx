import { SimpleTable } from '../../ui/simple-table';
import { SummaryList, type SummaryRow } from '../../ui/summary-list';
import { Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { Specification } from './case-types';
import { Leaf } from './mark';

/** What an item can do, as the applicant stated it. `at` is its pointer. */
export const SpecificationOf = ({
  specification,
  at,
}: {
  readonly specification: Specification;
  readonly at: string;
}) =>
  specification.kind === 'integrated-circuit' ? (
    <>
      <SimpleTable
        caption={<Say id="cases.rates" />}
        rows={specification.rates.map((rate, index) => ({ ...rate, index }))}
        keyOf={({ index }) => index}
        columns={[
          {
            key: 'format',
            head: <Say id="cases.rates.format" />,
            isRowHead: true,
            cell: ({ format, index }) => <Leaf at={`${at}/rates/${index}/format`}>{format}</Leaf>,
          },
          {
            key: 'bits',
            head: <Say id="cases.rates.bits" />,
            isNumber: true,
            cell: ({ bits, index }) => <Leaf at={`${at}/rates/${index}/bits`}>{bits}</Leaf>,
          },
          {
            key: 'rate',
            head: <Say id="cases.rates.dense" />,
            isNumber: true,
            cell: ({ denseTops, index }) => (
              <Leaf at={`${at}/rates/${index}/denseTops`}>
                <Quantity value={denseTops} /> <Say id="unit.tops" />
              </Leaf>
            ),
          },
        ]}
      />
      <SummaryList
        rows={[
          {
            key: 'dies',
            name: <Say id="cases.dies" />,
            value: specification.dies ? (
              <ul className="case-list">
                {specification.dies.map(({ areaMm2, nonPlanar }, index) => (
                  <li key={index}>
                    <Leaf at={`${at}/dies/${index}/areaMm2`}>
                      <Quantity value={areaMm2} /> <Say id="unit.mm2" />
                    </Leaf>
                    {', '}
                    <Leaf at={`${at}/dies/${index}/nonPlanar`}>
                      <Say id={nonPlanar ? 'cases.dies.nonPlanar' : 'cases.dies.planar'} />
                    </Leaf>
                  </li>
                ))}
              </ul>
            ) : (
              <Say id="cases.dies.undisclosed" />
            ),
          },
          {
            key: 'datacentre',
            name: <Say id="cases.datacentre" />,
            value: (
              <Leaf at={`${at}/designedOrMarketedForDatacentre`}>
                <Say id={`datacentre.${specification.designedOrMarketedForDatacentre}`} />
              </Leaf>
            ),
          },
          ...bandwidth('dramBandwidthGBs', <Say id="cases.dram" />, specification.dramBandwidthGBs, at),
          ...bandwidth(
            'interconnectBandwidthGBs',
            <Say id="cases.interconnect" />,
            specification.interconnectBandwidthGBs,
            at,
          ),
        ]}
      />
    </>
  ) : (
    <SummaryList
      rows={[
        { key: 'kind', name: <Say id="cases.kind" />, value: <Say id="kind.high-bandwidth-memory" /> },
        ...bandwidth('bandwidthGBs', <Say id="cases.bandwidth" />, specification.bandwidthGBs, at),
        {
          key: 'packageAreaMm2',
          name: <Say id="cases.package" />,
          value:
            specification.packageAreaMm2 === undefined ? (
              <Say id="cases.package.undisclosed" />
            ) : (
              <Leaf at={`${at}/packageAreaMm2`}>
                <Quantity value={specification.packageAreaMm2} /> <Say id="unit.mm2" />
              </Leaf>
            ),
        },
      ]}
    />
  );

const bandwidth = (key: string, name: SummaryRow['name'], value: string | undefined, at: string): SummaryRow[] =>
  value === undefined
    ? []
    : [
        {
          key,
          name,
          value: (
            <Leaf at={`${at}/${key}`}>
              <Quantity value={value} /> <Say id="unit.gbs" />
            </Leaf>
          ),
        },
      ];
