import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { root, sourceFiles, textOf } from './tree.js';

const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: readonly { name: string; to: { pathNot?: string | readonly string[] } }[];
};
const libraries = readdirSync(join(root, 'libs'));

const pages = sourceFiles().filter(({ path }) => path.endsWith('.md'));
const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'));

/** Without fenced code and HTML comments, where other rules hold. */
const prose = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/<!--[\s\S]*?-->/g, '');

/** What GitHub makes of a heading when it is linked to. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (text: string) => [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading));

const brokenLinks = (path: string, text: string) =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?:|mailto:)/.test(target))
    .filter((target) => {
      const [file = '', fragment] = target.split('#');
      const there = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, there))) return true;
      return fragment !== undefined && !anchorsOf(textOf(there)).includes(fragment);
    })
    .map((target) => `${path}: ${target}`);

/** Paths of this repository in backticks that lead nowhere; `*` stands for any name. */
const lostPaths = (path: string, text: string) =>
  [...prose(text).matchAll(/`((?:apps|libs|infra|test|docs|\.ci)\/[\w*./-]+)`/g)]
    .map(([, named = '']) => named)
    .filter((named) => globSync(named, { cwd: root }).length === 0)
    .map((named) => `${path}: ${named}`);

describe('the documents', () => {
  it('link to what exists', () => expect(pages.flatMap(({ path, text }) => brokenLinks(path, text))).toEqual([]));

  it('name paths that exist', () => {
    const ours = pages.filter(({ path }) => !path.startsWith('libs/'));
    expect(ours.flatMap(({ path, text }) => lostPaths(path, text))).toEqual([]);
  });

  it('would be found out: a broken link, a lost anchor, a lost path', () => {
    expect(brokenLinks('docs/a.md', 'See [there](nowhere.md) and [here](words.md#nothing).')).toHaveLength(2);
    expect(lostPaths('docs/a.md', 'Look into `libs/nowhere` and `libs/*/README.md`.')).toEqual([
      'docs/a.md: libs/nowhere',
    ]);
  });

  it('number the decisions without a gap, each with its title, day and drawback', () => {
    expect(decisions.length).toBeGreaterThan(6);
    decisions.forEach(({ path, text }, index) => {
      const [, number, slug] = /decisions\/(\d{4})-([a-z0-9-]+)\.md$/.exec(path) ?? [];
      expect(Number(number)).toBe(index + 1);
      expect(anchor(/^# (.+)\n/.exec(text)?.[1] ?? '')).toContain(slug?.split('-')[0]);
      expect(text).toMatch(/^_\d{1,2} \w+ \d{4}\. (Accepted|Superseded by \[\d{4}\].*)\._$/m);
      expect(text).toContain('**Decision.**');
      expect(text).toContain('**Drawback.**');
      expect(text.split('\n').length).toBeLessThan(50);
    });
  });

  it('list the words in alphabetical order, a line each, with their source', () => {
    const lines = prose(textOf('docs/words.md'))
      .split('\n')
      .filter((line) => line.startsWith('- '));
    const words = lines.map(
      (line) => /^- \*\*([^*]+)\*\*( \([^)]+\))?: .+[.;:)] .+$/.exec(line)?.slice(1).join('') ?? line,
    );
    expect(words.length).toBeGreaterThan(60);
    expect(words.filter((word) => word.startsWith('- '))).toEqual([]);
    const plain = words.map((word) => word.toLowerCase().replace(/[^a-z0-9 ]/g, ''));
    expect(plain).toEqual([...plain].sort());
    expect(lines.filter((line) => !/[.)] (EC, |EC$|ES, |ES$|PG$|Exeat|RFC |Separation of duties$)/.test(line))).toEqual(
      [],
    );
  });

  it('date the changelog, newest first', () => {
    const days = [...textOf('CHANGELOG.md').matchAll(/^## (\d{4}-\d{2}-\d{2})\b/gm)].map(([, day]) => day);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort().reverse());
    expect(textOf('CHANGELOG.md').match(/^## /gm)).toHaveLength(days.length);
  });

  it('tell in the README what continuous integration does', () => {
    const ci = textOf('.ci/run');
    for (const command of ['npm ci', 'npm test']) {
      expect(textOf('README.md')).toContain(command);
      expect(ci).toContain(`step '${command}' ${command}`);
    }
    expect(ci).toContain('npm run --silent check');
    expect(ci).toContain('EXEAT_REQUIRE_ALL_LANES=1');
  });

  it('draw the layers as the fences hold them', () => {
    const rows = [...textOf('docs/architecture.md').matchAll(/^\| ([a-z, -]+?) +\| (.+?) +\|$/gm)];
    for (const { name, to } of forbidden) {
      const library = /^(?!contexts)(.+)-keeps-to-its-layer$/.exec(name)?.[1];
      if (library === undefined) continue;
      const drawn = rows.find(([, names = '']) => names.split(', ').includes(library))?.[2]?.split(/, |; /) ?? [];
      const allowed = libraries.filter((each) => {
        const path = `libs/${each}/src/index.ts`;
        return each !== library && [to.pathNot].flat().some((pattern) => new RegExp(pattern ?? 'x^').test(path));
      });
      expect([library, ...drawn.filter((each) => libraries.includes(each)).sort()]).toEqual([
        library,
        ...allowed.sort(),
      ]);
    }
  });
});
