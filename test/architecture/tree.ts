import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../..');

/** A file of the repository, with its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A file's text, by its path in the repository. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Folders that git ignores, and git's own. */
const ignored = new Set(['.git', ...textOf('.gitignore').match(/^[^#*\n]+(?=\/$)/gm)!]);
const binary = /\.(png|jpe?g|ico|gif|woff2?|gz|zip|pdf)$/;

const walk = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ignored.has(entry.name) ? [] : walk(path);
    return entry.isFile() && !binary.test(path) ? [path] : [];
  });

/** Every text file that is kept in the repository, or would be. */
export const sourceFiles = (): readonly SourceFile[] => walk('').map((path) => ({ path, text: textOf(path) }));
