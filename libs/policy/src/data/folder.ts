import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this library's data files. The build copies code alone, so the folder is found from the project's root:
 * upwards from this module, in the sources or in `dist`, to the folder that holds `package.json` and the data.
 * Throws where there is none.
 */
export const dataFolder = (from: string = dirname(fileURLToPath(import.meta.url))): string => {
  const data = join(from, 'libs', 'policy', 'data');
  if (existsSync(join(from, 'package.json')) && existsSync(data)) return data;
  const above = dirname(from);
  if (above === from) throw new Error('The data files of libs/policy were not found above this module.');
  return dataFolder(above);
};
