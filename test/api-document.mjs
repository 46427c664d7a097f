// Writes docs/openapi.json, the API document that clients generate their types from, out of the build. It asks no
// database: routes and schemas are declared in the code.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const project = fileURLToPath(new URL('..', import.meta.url));
const built = (path) => import(`../dist/${path}`);
const { apiDocument } = await built('apps/platform/src/api-document.js');
const { version } = JSON.parse(await readFile(`${project}package.json`, 'utf8'));

const document = apiDocument(version);
const path = `${project}docs/openapi.json`;
const style = await prettier.resolveConfig(path);
await writeFile(path, await prettier.format(JSON.stringify(document), { ...style, filepath: path }));
console.log(`Wrote ${Object.keys(document.paths).length} paths to docs/openapi.json.`);
