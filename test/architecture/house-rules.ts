import type { SourceFile } from './tree.js';

/** A rule of the house: where it holds, what breaks it, and a file that would. */
export interface HouseRule {
  readonly name: string;
  readonly holdsFor: (path: string) => boolean;
  /** What is wrong, each with the place; empty where the file keeps the rule. */
  readonly problems: (file: SourceFile) => readonly string[];
  readonly planted: SourceFile;
}

const isTypeScript = (path: string) => /\.tsx?$/.test(path);
const isTest = (path: string) => /\.spec\.ts$|\.fixtures\.ts$|\/spec\/|^test\//.test(path);
const isProduct = (path: string) => isTypeScript(path) && !isTest(path) && /^(apps|libs|infra)\//.test(path);
/** What people here wrote: neither the lock file, nor the licence, nor lists taken from elsewhere. */
const isOurs = (path: string) => !/(^|\/)(package-lock\.json|LICENSE)$|\.csv$|\/house-rules\.ts$/.test(path);
/** Written by a program: `npm run api`. */
const isGenerated = (path: string) => path === 'apps/web/src/api/schema.ts';

const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;
const places = (pattern: RegExp) => (file: SourceFile) =>
  [...file.text.matchAll(pattern)].map((match) => `${file.path}:${lineOf(file.text, match.index)} ${match[0].trim()}`);

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));

/** An exported function of more than a few lines, with whatever stands directly above it. */
const exportedFunction =
  /(?<above>^.*\n)?^export (?:async )?(?:function\*? (?<named>\w+)|const (?<name>\w+)(?:: [^=\n]+)? = (?:async )?(?:<|\())(?<rest>.*\n(?:(?!^(?:export |const |\}|\);|\]|$)).*\n)*)/gm;

export const houseRules: readonly HouseRule[] = [
  {
    name: 'no path of one machine is written down',
    holdsFor: isOurs,
    problems: places(/(?<![\w.$}])\/(?:work|root|home|Users)\/[\w.]+|(?<![\w.$}])\/tmp\/[\w.]+|[A-Z]:\\Users\\/g),
    planted: { path: 'docs/how.md', text: `Look into ${'/home'}/ada/exeat.\n` },
  },
  {
    name: 'nothing is left half done',
    holdsFor: isOurs,
    problems: places(
      /\b(?:TODO|FIXME|XXX|HACK)\b|\b(?:stub|stubbed|for simplicity|not implemented|not yet implemented|coming soon)\b/g,
    ),
    planted: { path: 'libs/policy/src/a.ts', text: '// Takes the first one for simplicity.\n' },
  },
  {
    name: 'no test is skipped or run alone',
    holdsFor: (path) => isTest(path) && isOurs(path),
    problems: places(/\b(?:it|test|describe)\.(?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/g),
    planted: { path: 'libs/policy/src/a.spec.ts', text: `it.${'only'}('works', () => {});\n` },
  },
  {
    name: 'the type-checker and the linter are not silenced',
    holdsFor: (path) => /\.[cm]?[jt]sx?$/.test(path) && isOurs(path),
    problems: places(/@ts-(?:ignore|expect-error|nocheck)|eslint-disable|\bas any\b|[:<] ?any\b(?= ?[,;)=>[\]{|&])/g),
    planted: { path: 'libs/policy/src/a.ts', text: 'export const a = (b: any) => b;\n' },
  },
  {
    name: 'a file is short enough to read',
    holdsFor: (path) => /\.([cm]?[jt]sx?|sql|scss)$/.test(path) && !isGenerated(path),
    problems: ({ path, text }) => {
      const lines = text.split('\n').length;
      return lines > 350 ? [`${path} has ${lines} lines`] : [];
    },
    planted: { path: 'libs/policy/src/long.ts', text: 'export {};\n'.repeat(400) },
  },
  {
    name: 'judgement reads no clock and rolls no dice',
    holdsFor: (path) => isProduct(path) && /^libs\/(kernel|policy|contexts|views|audit)\//.test(path),
    problems: ({ path, text }) =>
      places(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.hrtime\b/g)({
        path,
        text: withoutComments(text),
      }),
    planted: { path: 'libs/contexts/licensing/src/domain/a.ts', text: 'export const late = () => new Date();\n' },
  },
  {
    name: 'nothing is called by what says nothing',
    holdsFor: () => true,
    problems: ({ path }) =>
      /(^|[/.-])(utils?|helpers?|common|managers?|impl|base|misc)([/.-]|$)/i.test(path) ? [path] : [],
    planted: { path: 'libs/policy/src/date-utils.ts', text: 'export {};\n' },
  },
  {
    name: 'an index stands only at the door of a library',
    holdsFor: (path) => /(^|\/)index\.ts$/.test(path),
    problems: ({ path }) =>
      /^(libs|infra)\/[^/]+\/(src\/)?index\.ts$|^libs\/kernel\/src\/spec\/index\.ts$/.test(path) ? [] : [path],
    planted: { path: 'libs/policy/src/rules/index.ts', text: "export * from './a.js';\n" },
  },
  {
    name: 'an exported function of some length says what it is for',
    holdsFor: (path) => isProduct(path) && path.startsWith('libs/'),
    problems: ({ path, text }) =>
      [...text.matchAll(exportedFunction)].flatMap((match) => {
        const { above = '', name, named, rest = '' } = match.groups ?? {};
        const explained = ['decide', 'evolve'].includes(name ?? '') || /\*\/\s*$|^\s*(\/\/|@)/.test(above);
        return explained || rest.split('\n').length <= 8 ? [] : [`${path} ${name ?? named}`];
      }),
    planted: {
      path: 'libs/policy/src/a.ts',
      text: `export const long = (a: number) => {\n${'  a++;\n'.repeat(12)}};\n`,
    },
  },
  {
    name: 'a licence is spelt as the trade here spells it',
    holdsFor: (path) => /\.(tsx?|md)$|^apps\/web\/.*\.json$/.test(path) && isOurs(path),
    problems: places(/\b(?:a|an|the|this|each|every|export|no|its) licenses?\b(?!-)/g),
    planted: { path: 'docs/how.md', text: 'Then the license is issued.\n' },
  },
  {
    name: 'a picture of the states is in each context, and a page in each library',
    holdsFor: (path) => /^libs\/([^/]+|contexts\/[^/]+)\/README\.md$/.test(path),
    problems: ({ path, text }) =>
      path.startsWith('libs/contexts/') && !text.includes('```mermaid\nstateDiagram-v2')
        ? [`${path} has no picture`]
        : [],
    planted: { path: 'libs/contexts/licensing/README.md', text: '# Licensing\n' },
  },
];
