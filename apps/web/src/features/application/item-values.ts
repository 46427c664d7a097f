import { itemSchema, specificationSchema } from '@exeat/kernel';
import { z } from 'zod';
import { withoutBlanks } from '../../forms/validation';
import type { Item, Specification } from './data';

export interface RateValues {
  readonly format: string;
  readonly bits: string;
  readonly denseTops: string;
}
export interface DieValues {
  readonly areaMm2: string;
  readonly nonPlanar: boolean;
}

/** What the fields of an item hold: text, and the fields of both kinds of item beside each other. */
export interface ItemValues {
  readonly model: string;
  readonly manufacturer: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: { readonly amount: string; readonly currency: string };
  readonly diesUndisclosed: boolean;
  readonly specification: {
    readonly kind: Specification['kind'];
    readonly rates: readonly RateValues[];
    readonly dies: readonly DieValues[];
    readonly designedOrMarketedForDatacentre: string;
    readonly dramBandwidthGBs: string;
    readonly interconnectBandwidthGBs: string;
    readonly bandwidthGBs: string;
    readonly packageAreaMm2: string;
  };
}

export const emptyRate: RateValues = { format: '', bits: '', denseTops: '' };
export const emptyDie: DieValues = { areaMm2: '', nonPlanar: true };

const emptySpecification: ItemValues['specification'] = {
  kind: 'integrated-circuit',
  rates: [emptyRate],
  dies: [emptyDie],
  designedOrMarketedForDatacentre: '',
  dramBandwidthGBs: '',
  interconnectBandwidthGBs: '',
  bandwidthGBs: '',
  packageAreaMm2: '',
};

/** The fields for a stored item; empty ones for a new. */
export const valuesOf = (item?: Item): ItemValues => {
  const { specification: spec, ...rest } = item ?? {};
  const { line: _line, ...plain } = { line: 0, ...rest };
  return {
    ...{ model: '', manufacturer: '', description: '', quantity: '' },
    ...{ unitPrice: { amount: '', currency: 'USD' } },
    ...plain,
    diesUndisclosed: spec?.kind === 'integrated-circuit' && spec.dies === undefined,
    specification: { ...emptySpecification, ...fieldsOf(spec) },
  };
};

const fieldsOf = (spec?: Specification): Partial<ItemValues['specification']> => {
  if (spec?.kind !== 'integrated-circuit') return spec ?? {};
  const { rates, dies = [emptyDie], ...rest } = spec;
  return { ...rest, dies, rates: rates.map((rate) => ({ ...rate, bits: String(rate.bits) })) };
};

/** Whatever is in the fields: blank ones may be missing, and others may hold anything that can be typed. */
type Loose<Value> = Value extends string
  ? string | undefined
  : Value extends boolean
    ? boolean | undefined
    : Value extends readonly (infer Each)[]
      ? readonly Loose<Each>[] | undefined
      : { readonly [Name in keyof Value]?: Loose<Value[Name]> };
type Filled = { readonly [Name in keyof ItemValues]?: Loose<ItemValues[Name]> };

/** What the fields come to, with those of the other kind left out; the schema tells what is wrong with it. */
export const itemOf = (values: Filled, line: number): unknown => {
  const { model, manufacturer, description, quantity, unitPrice } = values;
  return { line, model, manufacturer, description, quantity, unitPrice, specification: specificationOf(values) };
};

const specificationOf = ({ specification: spec = {}, diesUndisclosed = false }: Filled): unknown =>
  spec.kind === 'high-bandwidth-memory'
    ? given({ kind: spec.kind, bandwidthGBs: spec.bandwidthGBs, packageAreaMm2: spec.packageAreaMm2 })
    : given({
        kind: 'integrated-circuit',
        rates: (spec.rates ?? []).map((rate) => given({ ...rate, bits: wholeNumber(rate.bits) })),
        dies: diesUndisclosed ? undefined : (spec.dies ?? []).map((die) => given({ ...die })),
        designedOrMarketedForDatacentre: spec.designedOrMarketedForDatacentre,
        dramBandwidthGBs: spec.dramBandwidthGBs,
        interconnectBandwidthGBs: spec.interconnectBandwidthGBs,
      });

const given = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A bit length; 0, which no format has, where something else was typed. */
const wholeNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : 0;

export const itemRules = (line: number): z.ZodType =>
  z.preprocess((values) => itemOf(values as Filled, line), itemSchema);

/**
 * As much of the specification as can be computed with: rows that are not filled in yet, or hold what is no figure, are
 * left out. Undefined where nothing is left to compute with.
 */
export const computable = (values: ItemValues): Specification | undefined => {
  const { kind, ...spec } = withoutBlanks(specificationOf(withoutBlanks(values) as Filled)) as Readonly<
    Record<string, unknown>
  >;
  if (kind === 'high-bandwidth-memory') return parsed({ kind, ...fitting(kind, spec, {}) });
  const least = { rates: [], designedOrMarketedForDatacentre: 'unknown' };
  const rows = (name: 'rates' | 'dies') =>
    ((spec[name] ?? []) as readonly unknown[]).filter((row) => parsed({ kind, ...least, [name]: [row] }) !== undefined);
  const dies = rows('dies');
  return parsed({
    ...{ kind, ...least, ...fitting(kind, spec, least), rates: rows('rates') },
    ...(dies.length > 0 && { dies }),
  });
};

/** The single fields that fit, each tried by itself. */
const fitting = (kind: unknown, spec: Readonly<Record<string, unknown>>, least: object): object =>
  Object.fromEntries(
    Object.entries(spec).filter(
      ([name, value]) =>
        !Array.isArray(value) &&
        parsed({ kind, ...least, ...(kind === 'high-bandwidth-memory' && { bandwidthGBs: '1' }), [name]: value }),
    ),
  );

const parsed = (candidate: unknown): Specification | undefined => {
  const result = specificationSchema.safeParse(candidate);
  return result.success ? (result.data as Specification) : undefined;
};
