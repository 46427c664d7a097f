import { exact } from '@exeat/kernel';
import { SimpleTable } from '../../ui/simple-table';
import { SummaryList } from '../../ui/summary-list';
import { Tag } from '../../ui/tag';
import { useDecimal } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { Classification, Specification } from './data';

interface FormulasProps {
  readonly result: Classification;
  readonly specification: Specification;
}

/** The figures with the formulas that led to them, numbers put in. */
export const Formulas = ({ result, specification }: FormulasProps) => {
  const say = useSay();
  const decimal = useDecimal();
  const { tpp, applicableDieAreaMm2: area, performanceDensity, memoryBandwidthDensity, drivingFormats } = result;
  if (specification.kind === 'high-bandwidth-memory') {
    const { bandwidthGBs, packageAreaMm2 } = specification;
    if (memoryBandwidthDensity === undefined || packageAreaMm2 === undefined) return null;
    return (
      <SummaryList
        rows={[
          {
            key: 'density',
            name: say('exporter.computation.memoryDensity'),
            value: (
              <Say
                id="exporter.computation.memoryFormula"
                bandwidth={decimal(bandwidthGBs)}
                area={decimal(packageAreaMm2)}
                density={<strong>{decimal(memoryBandwidthDensity)}</strong>}
              />
            ),
          },
        ]}
      />
    );
  }
  return (
    <>
      {specification.rates.length > 0 && (
        <SimpleTable
          caption={say('exporter.computation.rates')}
          rows={specification.rates}
          keyOf={({ format, bits, denseTops }) => `${format} ${bits} ${denseTops}`}
          columns={[
            {
              key: 'format',
              head: say('exporter.computation.format'),
              isRowHead: true,
              cell: ({ format }) => (
                <>
                  {format}{' '}
                  {drivingFormats.includes(format) && (
                    <Tag tone="active">
                      <Say id="exporter.computation.driving" />
                    </Tag>
                  )}
                </>
              ),
            },
            {
              key: 'formula',
              head: say('exporter.computation.formula'),
              isNumber: true,
              cell: ({ bits, denseTops }) => (
                <Say
                  id="exporter.computation.rateFormula"
                  tops={decimal(denseTops)}
                  bits={bits}
                  tpp={<strong>{decimal(exact(denseTops).times(bits).toFixed())}</strong>}
                />
              ),
            },
          ]}
        />
      )}
      <SummaryList
        rows={[
          ...(tpp === undefined
            ? []
            : [{ key: 'tpp', name: say('exporter.computation.tpp'), value: <strong>{decimal(tpp)}</strong> }]),
          ...(tpp === undefined || area === undefined || performanceDensity === undefined
            ? []
            : [
                {
                  key: 'density',
                  name: say('exporter.computation.density'),
                  value: (
                    <Say
                      id="exporter.computation.densityFormula"
                      tpp={decimal(tpp)}
                      area={decimal(area)}
                      density={<strong>{decimal(performanceDensity)}</strong>}
                    />
                  ),
                },
              ]),
        ]}
      />
    </>
  );
};
