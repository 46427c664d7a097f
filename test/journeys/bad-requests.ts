import { readFileSync } from 'node:fs';
import { projectFile } from '@exeat/project-files';
import { parse } from 'yaml';
import { z } from 'zod';

const requestSchema = z.strictObject({
  wrong: z.string(),
  by: z.string(),
  ask: z.string().regex(/^[A-Z]+ \//),
  body: z.unknown().optional(),
  raw: z.string().optional(),
  headers: z.record(z.string(), z.string().nullable()).default({}),
  answer: z.string().regex(/^[45]\d\d [A-Z_]+$/),
  at: z.array(z.string()).optional(),
  codes: z.array(z.string()).optional(),
});
export type BadRequest = z.infer<typeof requestSchema>;

const listSchema = z.array(z.strictObject({ about: z.string(), requests: z.array(requestSchema) }));

/** The list of bad requests, by what they are about. */
export const badRequests = listSchema.parse(
  parse(readFileSync(projectFile('test/journeys/bad-requests.yaml'), 'utf8')),
);

/** What is sent as the body, with the names in braces; undefined where nothing is. */
export const bodyOf = ({ raw, body }: BadRequest): string | undefined =>
  raw ?? (body === undefined ? undefined : JSON.stringify(body));

const head = `# Bad requests

What the API answers to requests that it cannot carry out. Made of \`test/journeys/bad-requests.yaml\`; the spec beside
it sends them all to a platform with prepared cases and checks that each is answered by problem details (RFC 9457) with
this status and code, and that no fact was stored. Names in braces stand for prepared cases, ids and long texts. Where
the request does not say otherwise, its headers are those of a good one.

<!-- prettier-ignore-start -->
`;

/** docs/bad-requests.md as it has to be. */
export const documentOf = (groups: typeof badRequests): string =>
  [
    head,
    ...groups.flatMap(({ about, requests }) => [
      `## ${about}\n`,
      '| what is wrong | who sends it | request | status | code |',
      '| --- | --- | --- | --- | --- |',
      ...requests.map(rowOf),
      '',
    ]),
    '<!-- prettier-ignore-end -->\n',
  ].join('\n');

const rowOf = (request: BadRequest): string => {
  const { wrong, by, ask, headers, answer, codes = [] } = request;
  const [status, code = ''] = answer.split(' ');
  const named = [...new Set(codes.length > 0 ? codes : [code])].map((each) => asCode(each)).join(', ');
  const said = Object.entries(headers).map(([name, value]) =>
    asCode(value === null ? `no ${name}` : `${name}: ${value}`),
  );
  const body = bodyOf(request);
  const parts = [
    asCode(ask),
    ...said,
    ...(body === undefined ? [] : [asCode(body === '' ? 'no body' : shortened(body))]),
  ];
  return `| ${wrong} | ${by} | ${parts.join('<br>')} | ${status} | ${named} |`;
};

const shortened = (body: string): string => (body.length > 160 ? `${body.slice(0, 150)} ...` : body);

/** As code in a table: bars would end the cell and line ends the row; what nobody sees is shown. */
const asCode = (text: string): string =>
  `\`${text.replaceAll('|', '\\|').replaceAll(/[\p{Cc}\p{Cf}]/gu, (each) => visible[each] ?? escaped(each))}\``;

const visible: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n' };
const escaped = (each: string): string => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`;
