import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ConfigProblems, readConfig } from './config.js';
import { configurationMarkdown, configurationTable } from './configuration-table.js';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigProblems).problems;
  }
};

describe('the configuration', () => {
  it('needs nothing on a desk', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      port: 3000,
      developmentProvider: true,
      dataFolder: '.exeat',
    });
  });

  it('keeps documents in the data folder, or where it is told', () => {
    expect(readConfig({}).documentsFolder).toBe('.exeat/documents');
    expect(readConfig({ DATA_FOLDER: 'data' }).documentsFolder).toBe('data/documents');
    expect(readConfig({ DATA_FOLDER: 'data', DOCUMENTS_FOLDER: 'elsewhere' }).documentsFolder).toBe('elsewhere');
  });

  it('lists every problem together, without repeating what was set', () => {
    const problems = problemsOf({
      PORT: '70000',
      PUBLIC_URL: 'ftp://x',
      DATABASE_URL: 'mysql://hush',
      DEVELOPMENT_PROVIDER: 'yes',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'DEVELOPMENT_PROVIDER',
    ]);
    expect(problems.join()).not.toContain('hush');
  });

  it.each(['EXEAT_MODE', 'NODE_ENV'])('in production (%s) needs every variable that is marked so', (mode) => {
    const required = configurationTable.filter(({ requiredInProduction }) => requiredInProduction);
    expect(problemsOf({ [mode]: 'production' })).toHaveLength(required.length);
  });

  it('is production where either variable says so', () => {
    expect(problemsOf({ EXEAT_MODE: 'development', NODE_ENV: 'production' }).length).toBeGreaterThan(0);
  });

  it('takes an empty variable as left out', () => expect(readConfig({ PORT: '' }).port).toBe(3000));

  it('refuses a public address with a path, and a mode it does not know', () => {
    expect(problemsOf({ PUBLIC_URL: 'https://x.example/y', EXEAT_MODE: 'staging' })).toHaveLength(2);
  });

  it('is told in the README as it is', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const cells = (text: string) => text.replace(/ +/g, ' ').replace(/-+/g, '-');
    expect(cells(readme)).toContain(cells(configurationMarkdown()));
  });
});
