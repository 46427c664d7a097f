import { exact, sum, type Exact, type IntegratedCircuit } from '@exeat/kernel';
import { listed } from '../words.js';
import { figure, roundedRatio, type Ratio } from './figures.js';

/** What the thresholds are applied to, each with the sentence that says how it was computed. */
export interface Measures {
  readonly tpp: Exact | undefined;
  readonly drivingFormats: readonly string[];
  readonly applicableDieArea: Exact | undefined;
  readonly density: Ratio | undefined;
  readonly explanation: readonly string[];
}

/** TPP, applicable die area (mm²) and performance density (TPP / mm²) of a circuit, exact, each with its sentence. */
export const measure = (circuit: IntegratedCircuit): Measures => {
  const processing = processingPerformance(circuit);
  const area = applicableDieArea(circuit);
  const density = processing.tpp && area.area ? { numerator: processing.tpp, denominator: area.area } : undefined;
  const densitySentence =
    density &&
    `Performance density is ${figure(density.numerator)} / ${figure(density.denominator)} mm² = ${roundedRatio(density)}.`;
  return {
    tpp: processing.tpp,
    drivingFormats: processing.drivingFormats,
    applicableDieArea: area.area,
    density,
    explanation: [processing.sentence, area.sentence, ...(densitySentence ? [densitySentence] : [])],
  };
};

/**
 * TPP: the highest of dense rate times bits over the formats (technical notes 1 to 3). A rate of zero is no peak that a
 * manufacturer claims, so it says nothing.
 */
const processingPerformance = ({ rates }: IntegratedCircuit) => {
  const products = rates
    .filter(({ denseTops }) => exact(denseTops).greaterThan(0))
    .map((rate) => ({ ...rate, tpp: exact(rate.denseTops).times(rate.bits) }));
  const [first, ...others] = products;
  if (!first) {
    const sentence = 'No dense rate is given in any format, so total processing performance (TPP) is not known.';
    return { tpp: undefined, drivingFormats: [], sentence };
  }
  const tpp = others.reduce(
    (highest, product) => (product.tpp.greaterThan(highest) ? product.tpp : highest),
    first.tpp,
  );
  const driving = products.filter((product) => product.tpp.equals(tpp));
  const terms = driving.map(({ format, denseTops, bits }) => `${format} at ${figure(denseTops)} TOPS × ${bits} bit`);
  const sentence = `Total processing performance (TPP) is ${figure(tpp)}: ${listed(terms)}${among(products.length)}.`;
  return { tpp, drivingFormats: [...new Set(driving.map(({ format }) => format))], sentence };
};

const among = (formats: number): string =>
  formats === 1 ? ', the only format given' : `, the highest of ${formats} formats`;

/**
 * The area of the logic dies made with non-planar transistors (technical note 4). Not known where the dies are not
 * disclosed, where one of them has no area, or where none is non-planar: the regulation gives no density for that case.
 */
const applicableDieArea = ({ dies }: IntegratedCircuit) => {
  if (!dies) return { area: undefined, sentence: 'The areas of the logic dies are not disclosed.' };
  const counted = dies.filter(({ nonPlanar }) => nonPlanar);
  if (counted.length === 0) {
    const sentence =
      'No logic die is made with non-planar transistors, so there is no applicable die area and no performance density.';
    return { area: undefined, sentence };
  }
  if (counted.some(({ areaMm2 }) => exact(areaMm2).isZero()))
    return {
      area: undefined,
      sentence: 'A non-planar logic die is given without an area, so the applicable die area is not known.',
    };
  const area = sum(counted.map(({ areaMm2 }) => areaMm2));
  const planar = dies.length - counted.length;
  const leftOut = planar > 0 ? `; ${planar} planar ${planar === 1 ? 'die is' : 'dies are'} left out` : '';
  const added =
    counted.length === 1
      ? 'one non-planar logic die'
      : `${counted.map(({ areaMm2 }) => figure(areaMm2)).join(' + ')}, non-planar logic dies`;
  return { area, sentence: `The applicable die area is ${figure(area)} mm² (${added}${leftOut}).` };
};
