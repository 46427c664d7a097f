import { readFileSync } from 'node:fs';

// One list of import names for the type-checker, the build and the tests: tsconfig.json.
const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'));
const importNames = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [file]]) => [
    `^${name.replace('*', '(.*)')}$`,
    file.replace('./', '<rootDir>/').replace('*', '$1'),
  ]),
);

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  moduleNameMapper: { ...importNames, '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** One project per lane of test/run.mjs. */
export default {
  projects: [
    {
      ...shared,
      displayName: 'pure',
      roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/infra'],
      testRegex: '(?<!\\.int)\\.spec\\.ts$',
    },
    {
      ...shared,
      displayName: 'postgres',
      roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/infra', '<rootDir>/test/contracts'],
      testRegex: '\\.int\\.spec\\.ts$',
    },
    { ...shared, displayName: 'architecture', roots: ['<rootDir>/test/architecture'], testRegex: '\\.spec\\.ts$' },
    { ...shared, displayName: 'journeys', roots: ['<rootDir>/test/journeys'], testRegex: '\\.spec\\.ts$' },
    { ...shared, displayName: 'faults', roots: ['<rootDir>/test/faults'], testRegex: '\\.spec\\.ts$' },
    { ...shared, displayName: 'browser', roots: ['<rootDir>/test/browser'], testRegex: '\\.spec\\.ts$' },
  ],
  workerIdleMemoryLimit: '600MB',
};
