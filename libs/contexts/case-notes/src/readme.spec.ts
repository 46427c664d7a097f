import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { diagramOf } from '@exeat/kernel';
import { statusOfRefusal } from '@exeat/service-host';
import { caseNotesRefusals } from './domain/refusals.js';
import { initial, lifecycle } from './domain/state.js';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

it('the state diagram in the README is the lifecycle table', () => {
  const [, drawn] = /<!-- diagram: [^>]* -->([^]*)<!-- end of diagram -->/.exec(readme) ?? [];
  expect(drawn?.trim()).toBe(`\`\`\`mermaid\n${diagramOf(lifecycle, initial.status)}\n\`\`\``);
});

it('the README tells every refusal code with its HTTP status, and no other', () => {
  const told = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) /gm)].map(([, code, status]) => [code, Number(status)]);
  expect(new Map(told as [string, number][])).toEqual(
    new Map(caseNotesRefusals.map((code) => [code, statusOfRefusal([{ code }])])),
  );
});
