import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { diagramOf } from '@exeat/kernel';
import { submissionRefusals } from './domain/refusals.js';
import { initial, lifecycle } from './domain/state.js';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

it('the state diagram in the README is the lifecycle table', () => {
  const [, drawn] = /<!-- diagram: [^>]* -->([^]*)<!-- end of diagram -->/.exec(readme) ?? [];
  expect(drawn?.trim()).toBe(`\`\`\`mermaid\n${diagramOf(lifecycle, initial.status)}\n\`\`\``);
});

it.each(submissionRefusals)('the README says what %s means', (code) => expect(readme).toContain(`| \`${code}\` `));

it('the README knows no other code', () => {
  const known: readonly string[] = submissionRefusals;
  const told = [...readme.matchAll(/^\| `([A-Z_]+)` /gm)].map(([, code]) => code);
  expect(told.filter((code) => !known.includes(code ?? ''))).toEqual([]);
});
