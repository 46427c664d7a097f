import { readFileSync } from 'node:fs';
import type { IntegratedCircuit, Rate } from '@exeat/kernel';
import { projectFile } from '@exeat/project-files';
import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

/** The columns that hold a dense rate, with the bit length of the inputs to the multiply. */
const formats: readonly (readonly [column: string, format: string, bits: number])[] = [
  ['fp64_matrix_tflops_dense', 'fp64', 64],
  ['fp16_bf16_tflops_dense', 'fp16', 16],
  ['fp8_tflops_dense', 'fp8', 8],
  ['int8_tops_dense', 'int8', 8],
  ['fp6_tflops_dense', 'fp6', 6],
  ['fp4_tflops_dense', 'fp4', 4],
  ['int4_tops_dense', 'int4', 4],
];

/** A chip of the table of real accelerators, as an exporter would describe it on an application. */
export const chip = (name: string): { model: string; manufacturer: string; specification: IntegratedCircuit } => {
  const row = table().find((each) => each['name'] === name);
  if (!row) throw new Error(`No accelerator is called "${name}".`);
  const rates: Rate[] = formats.flatMap(([column, format, bits]) => {
    const denseTops = row[column];
    return denseTops ? [{ format, bits, denseTops }] : [];
  });
  const area = row['applicable_die_area_mm2'];
  const bandwidth = row['memory_bandwidth_gb_s'];
  return {
    model: name,
    manufacturer: row['vendor'] ?? '',
    specification: {
      kind: 'integrated-circuit',
      rates,
      ...(area && { dies: [{ areaMm2: area, nonPlanar: true }] }),
      designedOrMarketedForDatacentre: row['designed_or_marketed_for_datacenter'] === 'true' ? 'yes' : 'no',
      ...(bandwidth && { dramBandwidthGBs: bandwidth }),
    },
  };
};

const table = (): Row[] =>
  parse(readFileSync(projectFile('libs/policy/data/accelerators.csv')), { columns: true, skip_empty_lines: true });
