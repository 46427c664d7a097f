// Writes the JSON Schema of every fact's form of today to docs/facts, from the build. Never overwrites the schema of
// another version: those are released, and test/architecture/stored-forms.spec.ts holds them to that.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const project = fileURLToPath(new URL('..', import.meta.url));
const built = (path) => import(`../dist/${path}`);
const { schemaFile, schemaOf } = await built('libs/event-store/src/index.js');
const { factLists } = await built('apps/platform/src/parts.js');
const definitions = factLists.flat();

const style = await prettier.resolveConfig(`${project}package.json`);
for (const definition of definitions) {
  const path = `${project}${schemaFile(definition.type, definition.schemaVersion)}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await prettier.format(JSON.stringify(schemaOf(definition)), { ...style, filepath: path }));
}
console.log(`Wrote ${definitions.length} schemas to docs/facts.`);
