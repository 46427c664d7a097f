import { certifications, countryName } from '@exeat/kernel';
// Brings the names of the countries along.
import '../../words/country';
import { useDecimal, useMoney } from '../../words/format';
import { useSay } from '../../words/say';
import type { WordId } from '../../words/words';
import type { Draft, Item, Party, Specification } from './data';

/** A value of an application as people read it. */
export interface InWords {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

const country = (code: string): string => `${countryName(code)} (${code})`;

/** Everything that an application says, field by field, in the reader's words. */
export const useInWords = () => {
  const say = useSay();
  const decimal = useDecimal();
  const money = useMoney();
  const row = (key: string, name: WordId, value: string | undefined): InWords => ({
    key,
    name: say(name),
    value: value === undefined || value === '' ? say('ui.notGiven') : value,
  });

  const party = ({ role, name, address, country: at, headquarters, ultimateParent: parent }: Party) => [
    row('role', 'exporter.party.role', say(`party.${role}`)),
    row('name', 'exporter.party.name', name),
    row('address', 'exporter.party.address', address),
    row('country', 'exporter.party.country', country(at)),
    row('headquarters', 'exporter.party.headquarters', country(headquarters)),
    row('parent', 'exporter.party.parent', parent && `${parent.name}, ${country(parent.headquarters)}`),
  ];

  const bandwidth = (value: string | undefined) =>
    value === undefined ? undefined : say('exporter.withUnit', { value: decimal(value), unit: say('unit.gbs') });
  const area = (value: string) => say('exporter.withUnit', { value: decimal(value), unit: say('unit.mm2') });

  const specification = (spec: Specification): readonly InWords[] =>
    spec.kind === 'high-bandwidth-memory'
      ? [
          row('kind', 'exporter.item.kind', say('kind.high-bandwidth-memory')),
          row('bandwidth', 'exporter.item.bandwidthGBs', bandwidth(spec.bandwidthGBs)),
          row('area', 'exporter.item.packageAreaMm2', spec.packageAreaMm2 && area(spec.packageAreaMm2)),
        ]
      : [
          row('kind', 'exporter.item.kind', say('kind.integrated-circuit')),
          row(
            'rates',
            'exporter.item.rates',
            spec.rates
              .map(({ format, bits, denseTops }) =>
                say('exporter.item.rateInWords', { format, bits, tops: decimal(denseTops) }),
              )
              .join('\n'),
          ),
          row(
            'dies',
            'exporter.item.dies',
            spec.dies
              ?.map(({ areaMm2, nonPlanar }) =>
                say(nonPlanar ? 'exporter.item.nonPlanarDie' : 'exporter.item.planarDie', { area: area(areaMm2) }),
              )
              .join('\n') ?? say('exporter.item.diesUndisclosed'),
          ),
          row('datacentre', 'exporter.item.datacentre', say(`datacentre.${spec.designedOrMarketedForDatacentre}`)),
          row('dram', 'exporter.item.dramBandwidthGBs', bandwidth(spec.dramBandwidthGBs)),
          row('interconnect', 'exporter.item.interconnectBandwidthGBs', bandwidth(spec.interconnectBandwidthGBs)),
        ];

  const item = (one: Item): readonly InWords[] => [
    row('model', 'exporter.item.model', one.model),
    row('manufacturer', 'exporter.item.manufacturer', one.manufacturer),
    row('description', 'exporter.item.description', one.description),
    row('quantity', 'exporter.item.quantity', decimal(one.quantity)),
    row('price', 'exporter.item.unitPrice', money(one.unitPrice)),
    ...specification(one.specification),
  ];

  const answers = (given: Draft['certifications']): readonly InWords[] =>
    certifications.map((name) => {
      const answer = given?.[name];
      return row(
        name,
        `exporter.certification.${name}`,
        answer === undefined ? say('exporter.notAnswered') : say(answer ? 'ui.yes' : 'ui.no'),
      );
    });

  return { party, item, answers, country };
};
export type Wording = ReturnType<typeof useInWords>;
