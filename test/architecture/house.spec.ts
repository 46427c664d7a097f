import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { houseRules } from './house-rules.js';
import { root, sourceFiles, textOf } from './tree.js';

const files = sourceFiles();
const foldersIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

describe('the house', () => {
  it.each(houseRules)('$name', ({ holdsFor, problems }) => {
    expect(files.filter(({ path }) => holdsFor(path)).flatMap(problems)).toEqual([]);
  });

  it.each(houseRules)('would notice otherwise: $name', ({ holdsFor, problems, planted }) => {
    expect(holdsFor(planted.path)).toBe(true);
    expect(problems(planted)).toHaveLength(1);
  });

  it('has a page in each library and each context', () => {
    const libraries = [
      ...foldersIn('libs').filter((folder) => folder !== 'libs/contexts'),
      ...foldersIn('libs/contexts'),
    ];
    expect(libraries.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
  });

  it('has one list of import names for the type-checker and the build', () => {
    const names = (path: string, at: (config: Config) => unknown) => at(JSON.parse(textOf(path)) as Config);
    expect(names('.swcrc', ({ jsc }) => jsc?.paths)).toEqual(
      names('tsconfig.json', (config) => config.compilerOptions?.paths),
    );
  });

  it('lists every app in nest-cli.json, each with an entry that exists', () => {
    const { projects } = JSON.parse(textOf('nest-cli.json')) as { projects: Readonly<Record<string, NestProject>> };
    const apps = foldersIn('apps').filter((folder) => folder !== 'apps/web');
    expect(
      Object.values(projects)
        .map(({ root: folder }) => folder)
        .sort(),
    ).toEqual(apps.sort());
    const entries = Object.values(projects).map(({ sourceRoot, entryFile }) => `${sourceRoot}/${entryFile}.ts`);
    expect(entries.filter((entry) => !existsSync(join(root, entry)))).toEqual([]);
  });

  it('runs every spec in exactly one lane', async () => {
    const { default: jest } = (await import(pathToFileURL(join(root, 'jest.config.js')).href)) as {
      default: JestConfig;
    };
    const lanesOf = (path: string) =>
      jest.projects.filter(
        ({ roots, testRegex }) =>
          roots.some((folder) => path.startsWith(folder.replace('<rootDir>/', '') + '/')) &&
          [testRegex].flat().some((pattern) => new RegExp(pattern).test(path)),
      );
    const specs = files.filter(({ path }) => /\.spec\.tsx?$/.test(path));
    expect(specs.length).toBeGreaterThan(5);
    expect(
      specs.map(({ path }) => `${path}: ${lanesOf(path).length}`).filter((lanes) => !lanes.endsWith(': 1')),
    ).toEqual([]);
  });
});

interface Config {
  readonly jsc?: { readonly paths?: unknown };
  readonly compilerOptions?: { readonly paths?: unknown };
}
interface NestProject {
  readonly root: string;
  readonly sourceRoot: string;
  readonly entryFile: string;
}
interface JestConfig {
  readonly projects: readonly { readonly roots: readonly string[]; readonly testRegex: string | readonly string[] }[];
}
