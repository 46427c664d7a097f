import { describe, expect, it } from '@jest/globals';
import { sourceFiles, textOf } from './tree.js';

interface Check {
  readonly check: string;
  readonly what: string;
  readonly criteria: readonly string[];
}
const criteria = JSON.parse(textOf('test/browser/criteria.json')) as readonly Check[];
const statement = textOf('docs/accessibility.md');
const rows = [...statement.matchAll(/^\| `(\w+)` +\| (.*?) +\| (.*?) +\| (\d+) +\| passed +\|$/gm)].map(
  ([, check, what, names, screens]) => ({ check, what, names, screens: Number(screens) }),
);

describe('the accessibility statement', () => {
  it('lists the checks that there are, with the criteria they stand for, each passed somewhere', () => {
    expect(rows.map(({ check, what, names }) => [check, what, names])).toEqual(
      criteria.map(({ check, what, criteria: names }) => [check, what, names.join('; ')]),
    );
    expect(rows.filter(({ screens }) => screens < 1)).toEqual([]);
  });

  it('knows every check that notes down where it passed', () => {
    const noted = sourceFiles()
      .filter(({ path }) => /^test\/browser\/[a-z]+\.ts$/.test(path))
      .flatMap(({ text }) => [...text.matchAll(/\bchecked\(page, '(\w+)'\)/g)].map(([, check]) => check));
    expect([...noted].sort()).toEqual(criteria.map(({ check }) => check).sort());
  });

  it('says what no machine has checked, and is where people look for it', () => {
    expect(statement).toMatch(/^## What no machine has checked$/m);
    expect(textOf('README.md')).toContain('docs/accessibility.md');
    expect(textOf('apps/web/src/words/en/help.json')).toContain('docs/accessibility.md');
  });
});
