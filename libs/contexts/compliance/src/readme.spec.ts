import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { diagramOf } from '@exeat/kernel';
import { lifecycle } from './domain/licence.js';

it('the state diagram in the README is the lifecycle table', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`mermaid\n${diagramOf(lifecycle, 'unissued')}\n\`\`\``);
});
