import { projectFile } from '@exeat/project-files';

/** The folder of this library's data files. */
export const dataFolder = (): string => projectFile('libs/policy/data');
