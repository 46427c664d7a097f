import { z } from 'zod';
import { decimalText, moneySchema, quantityText } from '../decimal.js';
import { nameText, proseText } from './party.js';

/**
 * A peak rate in one number format: dense matrices only, summed over all processing units of the circuit.
 * `denseTops`: tera operations per second, one multiply-accumulate counted as two (15 CFR 774, 3A090 technical notes).
 * `bits`: the largest bit length of the inputs to the multiply.
 */
const rateSchema = z.strictObject({
  format: z.string().regex(/^[a-z0-9-]{2,16}$/, 'a format such as fp8 or int4'),
  bits: z.int().min(1).max(128),
  denseTops: decimalText,
});
export type Rate = z.infer<typeof rateSchema>;

/** A logic die. Only those made on a process with non-planar transistors count towards the applicable die area. */
const dieSchema = z.strictObject({ areaMm2: decimalText, nonPlanar: z.boolean() });

const integratedCircuitSchema = z.strictObject({
  kind: z.literal('integrated-circuit'),
  rates: z.array(rateSchema).max(20),
  /** Every logic die. Left out where the manufacturer does not disclose them: never the same as none. */
  dies: z.array(dieSchema).min(1).max(100).optional(),
  designedOrMarketedForDatacentre: z.enum(['yes', 'no', 'unknown']),
  /** Total DRAM bandwidth of the package, GB/s. */
  dramBandwidthGBs: decimalText.optional(),
  /** Aggregate bidirectional transfer rate over all inputs and outputs other than memory, GB/s. */
  interconnectBandwidthGBs: decimalText.optional(),
});

const highBandwidthMemorySchema = z.strictObject({
  kind: z.literal('high-bandwidth-memory'),
  /** Bandwidth of the stack or package, GB/s. */
  bandwidthGBs: decimalText,
  /** Area of the stack or package, mm²; left out where it is not disclosed. */
  packageAreaMm2: decimalText.optional(),
});

export const specificationSchema = z.discriminatedUnion('kind', [integratedCircuitSchema, highBandwidthMemorySchema]);
export type Specification = z.infer<typeof specificationSchema>;
export type IntegratedCircuit = z.infer<typeof integratedCircuitSchema>;

/** A line of the application (BIS-748P block 22). */
export const itemSchema = z.strictObject({
  line: z.int().min(1).max(999),
  model: nameText,
  manufacturer: nameText,
  description: proseText(2000),
  quantity: quantityText,
  unitPrice: moneySchema,
  specification: specificationSchema,
});
export type Item = z.infer<typeof itemSchema>;
