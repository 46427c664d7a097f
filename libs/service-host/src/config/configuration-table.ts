import { variables, type Variable } from './variables.js';

/** The variables as rows: for the documentation, and for the test that compares docker-compose.yml with the code. */
export const configurationTable = Object.values<Variable>(variables).map(
  ({ name, purpose, local, requiredInProduction = false, secret = false }) => ({
    name,
    purpose,
    ...(local !== undefined && { local }),
    requiredInProduction,
    secret,
  }),
);

/** The same as a Markdown table. */
export const configurationMarkdown = (): string =>
  [
    '| variable | purpose | local default | production |',
    '| --- | --- | --- | --- |',
    ...configurationTable.map(
      ({ name, purpose, local, requiredInProduction, secret }) =>
        `| \`${name}\` | ${purpose} | ${local === undefined ? '' : `\`${local}\``} | ${[
          requiredInProduction ? 'required' : '',
          secret ? 'secret' : '',
        ]
          .filter(Boolean)
          .join(', ')} |`,
    ),
  ].join('\n');
