import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { pointerTo, type DataProblem } from './problems.js';

/** A data file that has the right shape. `file` is its name from the data folder on, for problems. */
export interface DataFile<Content> {
  readonly file: string;
  readonly content: Content;
}

interface FolderOf<Content> {
  readonly files: readonly DataFile<Content>[];
  readonly problems: readonly DataProblem[];
}

/** Reads every JSON file of a folder in order of name. Lists all problems of all files instead of stopping at one. */
export const readFolder = <Schema extends z.ZodType>(folder: string, schema: Schema): FolderOf<z.infer<Schema>> => {
  const files: DataFile<z.infer<Schema>>[] = [];
  const problems: DataProblem[] = [];
  for (const name of namesIn(folder)) {
    const file = `${basename(folder)}/${name}`;
    try {
      const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (parsed.success) files.push({ file, content: parsed.data });
      else
        problems.push(
          ...parsed.error.issues.map(({ path, message }) => ({ file, pointer: pointerTo(path), sentence: message })),
        );
    } catch (error) {
      problems.push({ file, pointer: '', sentence: `not readable as JSON: ${(error as Error).message}` });
    }
  }
  if (files.length === 0 && problems.length === 0)
    problems.push({ file: basename(folder), pointer: '', sentence: 'no data file in this folder' });
  return { files, problems };
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
};
