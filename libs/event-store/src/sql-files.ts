import { readFileSync } from 'node:fs';
import { projectFile } from '@exeat/project-files';

/** The text of a file of libs/event-store/sql, without its ending: `append.function`. */
export const sqlFile = (name: string): string => readFileSync(projectFile(`libs/event-store/sql/${name}.sql`), 'utf8');
