import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cycle, innocent, packages, violations } from './planted.js';
import { root } from './tree.js';

const configuration = join(root, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(configuration) as { forbidden: readonly { name: string }[] };

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** Runs the cruiser as `npm run check` does, with the Node that runs this test, and gives back what it found. */
const cruise = (folder: string, ...paths: readonly string[]): { cruised: number; violations: readonly Violation[] } => {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--config', configuration, '--output-type', 'json', ...paths],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(`The cruiser said nothing: ${stderr}`);
  const { summary } = JSON.parse(stdout) as { summary: { totalCruised: number; violations: readonly Violation[] } };
  return { cruised: summary.totalCruised, violations: summary.violations };
};

const said = ({ rule, from, to }: Violation) => `${rule.name}: ${from} -> ${to}`;

describe('the fences', () => {
  let folder: string;
  let found: readonly Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'exeat-planted-'));
    const planted = Object.fromEntries(
      violations.map(({ from, imports }) => [from, `import * as it from '${imports}';\nexport const used = it;\n`]),
    );
    for (const [path, text] of Object.entries({ ...packages, ...innocent, ...cycle, ...planted })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    found = cruise(folder, 'apps', 'libs', 'infra', 'test').violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(violations)('$fence stops $from from importing $imports', ({ fence, from }) => {
    expect(found.filter((violation) => violation.from === from).map(({ rule }) => rule.name)).toEqual([fence]);
  });

  it('no-cycles stops two files from loading each other, and lets types name each other', () => {
    const inCycles = found.filter(({ rule }) => rule.name === 'no-cycles').map(({ from }) => from);
    expect(inCycles.filter((path) => /hen|egg/.test(path))).not.toEqual([]);
    expect(found.filter(({ from }) => /word|meaning/.test(from))).toEqual([]);
  });

  it('stop nothing else in the planted tree', () => {
    const expected = new Set([...violations.map(({ from }) => from), ...Object.keys(cycle)]);
    expect(found.filter(({ from }) => !expected.has(from)).map(said)).toEqual([]);
  });

  it('each have a planted violation', () => {
    const planted = new Set([...violations.map(({ fence }) => fence), 'no-cycles']);
    expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it('give every library its layer', () => {
    const libraries = readdirSync(join(root, 'libs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const fences = new Set(forbidden.map(({ name }) => name));
    expect(libraries.filter(({ name }) => !fences.has(`${name}-keeps-to-its-layer`))).toEqual([]);
  });

  it('stand unbroken in the real tree', () => {
    const real = cruise(root, 'apps', 'libs', 'infra', 'test');
    expect(real.cruised).toBeGreaterThan(60);
    expect(real.violations.map(said)).toEqual([]);
  });
});
