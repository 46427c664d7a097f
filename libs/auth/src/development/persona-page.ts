import { organisationName } from '../organisations.js';
import { personas, type Persona } from './personas.js';

/** Where one is in development: a list of people to be, each a button. */
export const personaPage = (action: string, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in as - Exeat development</title>
<style nonce="${nonce}">
  body { font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 44rem; margin: 0 auto; padding: 1.5rem; }
  h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
  button { width: 100%; min-height: 3rem; padding: .5rem .75rem; font: inherit; text-align: left; color: #1b1b1b; background: #f0f0f0; border: 1px solid #565c65; border-radius: .25rem; cursor: pointer; }
  button:hover { background: #e1e7f1; }
  button:focus-visible { outline: .25rem solid #2491ff; outline-offset: 0; }
  .role { display: block; color: #3d4551; }
</style>
</head>
<body>
<main>
<h1>Who do you want to be?</h1>
<p>This page exists in development only. Everybody on it is invented, and no password is asked for.</p>
<form method="post" action="${escaped(action)}">
${[...new Set(personas.map(({ organisation }) => organisation))].map(group).join('\n')}
</form>
</main>
</body>
</html>
`;

const group = (organisation: string): string => `<section aria-labelledby="${escaped(organisation)}">
<h2 id="${escaped(organisation)}">${escaped(organisationName(organisation))}</h2>
<ul>
${personas
  .filter((persona) => persona.organisation === organisation)
  .map(button)
  .join('\n')}
</ul>
</section>`;

const button = ({ id, name, roles, amr }: Persona): string =>
  `<li><button type="submit" name="persona" value="${escaped(id)}">${escaped(name)} <span class="role">${escaped(
    roles.join(', ').replaceAll('-', ' '),
  )}${amr.includes('mfa') ? '' : ', with a password only'}</span></button></li>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
