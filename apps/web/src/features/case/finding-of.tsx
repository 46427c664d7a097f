import { SummaryList, type SummaryRow } from '../../ui/summary-list';
import { Tag, type Tone } from '../../ui/tag';
import { Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { Finding } from './case-types';
import { Leaf } from './mark';

const tones: Readonly<Record<Finding['paragraph'], Tone>> = {
  '3A090.a': 'bad',
  '3A090.b': 'warn',
  '3A090.c': 'warn',
  none: 'good',
  undetermined: 'neutral',
};

export const ParagraphTag = ({ paragraph }: Pick<Finding, 'paragraph'>) => (
  <Tag tone={tones[paragraph]}>
    <Say id={`paragraph.${paragraph}`} />
  </Tag>
);

/** What technical review found of a line, and the computation it rests on. `at` is the finding's pointer. */
export const FindingOf = ({ finding, at }: { readonly finding: Finding; readonly at: string }) => {
  const { computation, departure, paragraph } = finding;
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'paragraph',
            name: <Say id="cases.finding.paragraph" />,
            value: (
              <Leaf at={`${at}/paragraph`}>
                <ParagraphTag paragraph={paragraph} />
              </Leaf>
            ),
          },
          ...(departure === undefined
            ? []
            : [
                {
                  key: 'departure',
                  name: <Say id="cases.finding.departure" />,
                  value: (
                    <>
                      <Leaf at={`${at}/departure`}>{departure}</Leaf>{' '}
                      <Say id="cases.finding.computed" paragraph={<ParagraphTag paragraph={computation.paragraph} />} />
                    </>
                  ),
                },
              ]),
          ...figures(finding, at),
          {
            key: 'ruleSet',
            name: <Say id="cases.finding.ruleSet" />,
            value: (
              <Leaf at={`${at}/computation/ruleSet`}>
                <code>{computation.ruleSet}</code>
              </Leaf>
            ),
          },
        ]}
      />
      {computation.explanation.length > 0 && (
        <details className="case-how">
          <summary>
            <Say id="cases.finding.how" />
          </summary>
          <ol>
            {computation.explanation.map((step, index) => (
              <li key={index}>
                <Leaf at={`${at}/computation/explanation/${index}`}>{step}</Leaf>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
};

const figures = ({ computation }: Finding, at: string): readonly SummaryRow[] => {
  const { tpp, performanceDensity, applicableDieAreaMm2, memoryBandwidthDensity, drivingFormats, missing } =
    computation;
  const number = (key: string, name: SummaryRow['name'], value: string | undefined, after?: SummaryRow['value']) =>
    value === undefined
      ? []
      : [
          {
            key,
            name,
            value: (
              <>
                <Leaf at={`${at}/computation/${key}`}>
                  <Quantity value={value} />
                </Leaf>
                {after !== undefined && <> {after}</>}
              </>
            ),
          },
        ];
  return [
    ...number(
      'tpp',
      <Say id="cases.finding.tpp" />,
      tpp,
      drivingFormats.length > 0 ? <Say id="cases.finding.driving" formats={drivingFormats.join(', ')} /> : undefined,
    ),
    ...number('performanceDensity', <Say id="cases.finding.density" />, performanceDensity),
    ...number('applicableDieAreaMm2', <Say id="cases.finding.area" />, applicableDieAreaMm2, <Say id="unit.mm2" />),
    ...number('memoryBandwidthDensity', <Say id="cases.finding.memory" />, memoryBandwidthDensity),
    ...(missing.length > 0
      ? [{ key: 'missing', name: <Say id="cases.finding.missing" />, value: missing.join('\n') }]
      : []),
  ];
};
