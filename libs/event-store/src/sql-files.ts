import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above that holds package.json: the same from the sources as from the build, which copies no SQL. */
const projectFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** The text of a file of libs/event-store/sql, without its ending: `append.function`. */
export const sqlFile = (name: string): string =>
  readFileSync(join(projectFolder(), 'libs/event-store/sql', `${name}.sql`), 'utf8');
