import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import ts from 'typescript';
import { sourceFiles, textOf, type SourceFile } from './tree.js';

const files = sourceFiles();
const wordFiles = files.filter(({ path }) => /^apps\/web\/src\/words\/en\/[\w-]+\.json$/.test(path));
const screens = files.filter(({ path }) => /^apps\/web\/src\/.*\.tsx?$/.test(path) && !path.endsWith('/api/schema.ts'));
const messages = Object.fromEntries(
  wordFiles.flatMap(({ text }) => Object.entries(JSON.parse(text) as Record<string, string>)),
);

/** Attributes that people read or hear. */
const spoken = new Set(['alt', 'aria-label', 'aria-description', 'label', 'lead', 'placeholder', 'title']);
const letters = /\p{L}{2}/u;

/** Words that stand in a screen's code instead of a message file. */
const literalWords = ({ path, text }: SourceFile): readonly string[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) =>
    found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words.trim()}`);
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && letters.test(node.text)) note(node, node.text);
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      if (spoken.has(name) && letters.test(node.initializer.text)) note(node, node.initializer.text);
    }
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteral(node.expression) &&
      ts.isJsxElement(node.parent)
    )
      if (letters.test(node.expression.text)) note(node, node.expression.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
};

describe('the words of the web', () => {
  it('stand in the message files, not in the code of screens', () =>
    expect(screens.filter(({ path }) => path.endsWith('.tsx')).flatMap(literalWords)).toEqual([]));

  it('would be noticed otherwise', () =>
    expect(
      literalWords({ path: 'a.tsx', text: 'export const A = () => <p title="Go there">Hello {"you there"}</p>;' }),
    ).toHaveLength(3));

  it('have one name each, over all files', () => {
    const names = wordFiles.flatMap(({ text }) => Object.keys(JSON.parse(text) as object));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are all said somewhere', () => {
    const code = screens.map(({ text }) => text).join('\n');
    const whole = new Set([...code.matchAll(/['"]([\w-]+(?:\.[\w-]+)+)['"]/g)].map(([, id]) => id));
    const forms = [...code.matchAll(/`([\w-]+\.[\w.-]*(?:\$\{[^}]+\}[\w.-]*)+)`/g)].map(
      ([, form = '']) => new RegExp(`^${form.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[\\w.-]+')}$`),
    );
    const unsaid = Object.keys(messages).filter((id) => !whole.has(id) && !forms.some((form) => form.test(id)));
    expect(unsaid).toEqual([]);
  });

  it('are well-formed ICU messages', () => {
    const wrong: string[] = [];
    for (const id of Object.keys(messages)) {
      const intl = createIntl({
        locale: 'en',
        messages,
        onError: ({ message }) => {
          if (/SyntaxError|INVALID|EXPECT|UNCLOSED|MALFORMED/.test(message)) wrong.push(`${id}: ${message}`);
        },
      });
      intl.formatMessage({ id }, {});
    }
    expect(wrong).toEqual([]);
  });

  it('are sentences short enough to be read once', () => {
    const long = Object.entries(messages).flatMap(([id, text]) =>
      text
        .split(/[.!?:;]\s|\n\n/)
        .filter((sentence) => sentence.split(/\s+/).length > 32)
        .map((sentence) => `${id}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('are in the files that words.ts reads', () =>
    expect(
      wordFiles.filter(({ path }) => !textOf('apps/web/src/words/words.ts').includes(`./en/${path.split('/').at(-1)}`)),
    ).toEqual([]));
});
