import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IntegratedCircuit } from '@exeat/kernel';
import { parse } from 'csv-parse/sync';
import { dataFolder } from './data/folder.js';

export type Row = Readonly<Record<string, string>>;

/** The chips of data/accelerators.csv, as they stand there. */
export const rows = parse<Row>(readFileSync(join(dataFolder(), 'accelerators.csv'), 'utf8'), { columns: true });

/** Column, format and bit length. TF32 has a length of its own below: the text does not settle it. */
const formats = [
  ['fp64_matrix_tflops_dense', 'fp64m', 64],
  ['fp16_bf16_tflops_dense', 'fp16', 16],
  ['fp8_tflops_dense', 'fp8', 8],
  ['int8_tops_dense', 'int8', 8],
  ['fp6_tflops_dense', 'fp6', 6],
  ['fp4_tflops_dense', 'fp4', 4],
  ['int4_tops_dense', 'int4', 4],
] as const;

const datacentre = { true: 'yes', false: 'no', unknown: 'unknown' } as const;

/** A row as a specification; with TF32 only where its bit length is named. */
export const specificationOf = (row: Row, tf32Bits?: number): IntegratedCircuit => ({
  kind: 'integrated-circuit',
  rates: [...formats, ...(tf32Bits === undefined ? [] : [['tf32_tflops_dense', 'tf32', tf32Bits] as const])].flatMap(
    ([column, format, bits]) => (row[column] ? [{ format, bits, denseTops: row[column] }] : []),
  ),
  ...(row['applicable_die_area_mm2'] && { dies: [{ areaMm2: row['applicable_die_area_mm2'], nonPlanar: true }] }),
  designedOrMarketedForDatacentre: datacentre[row['designed_or_marketed_for_datacenter'] as keyof typeof datacentre],
  ...(row['memory_bandwidth_gb_s'] && { dramBandwidthGBs: row['memory_bandwidth_gb_s'] }),
});
