import { readFileSync } from 'node:fs';
import { projectFile } from '@exeat/project-files';

/** The text of a file in libs/messaging/sql. */
export const sqlFile = (name: string): string => readFileSync(projectFile(`libs/messaging/sql/${name}`), 'utf8');
