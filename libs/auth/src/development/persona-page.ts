import { organisationName } from '../organisations.js';
import { personaStyles } from './persona-styles.js';
import { personas, type Persona, type PersonaRole } from './personas.js';

/** Where one is in development: a list of people to be, each a button. */
export const personaPage = (action: string, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Choose who to sign in as - Exeat</title>
<style nonce="${nonce}">${personaStyles}</style>
</head>
<body>
<header><div class="page"><p class="product">Exeat</p><p>Export licensing for advanced computing items</p></div></header>
<main class="page">
<h1>Who do you want to be?</h1>
<p class="lead">Everybody here is invented, and nobody is asked for a password: this page exists in development only.</p>
<form method="post" action="${escaped(action)}">
${groups.map(section).join('\n')}
</form>
</main>
</body>
</html>
`;

interface Group {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly roles: readonly PersonaRole[];
}

const groups: readonly Group[] = [
  {
    id: 'exporters',
    title: 'Exporters',
    about: 'Companies that want to ship abroad.',
    roles: ['exporter'],
  },
  {
    id: 'authority',
    title: 'The authority and its agencies',
    about: 'They review an application, settle its conditions and decide.',
    roles: ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner'],
  },
  {
    id: 'auditors',
    title: 'Auditors and administrators',
    about: 'They look at how it was done, and keep it running.',
    roles: ['auditor', 'administrator'],
  },
];

/** What somebody in this role is called, and comes here to do. */
const work: Readonly<Record<PersonaRole, { readonly title: string; readonly comesTo: string }>> = {
  exporter: {
    title: 'Exporter',
    comesTo: 'Applies for a licence, answers notices, records shipments and meets obligations.',
  },
  'technical-reviewer': {
    title: 'Technical reviewer',
    comesTo: 'Takes a case from the queue and records what each line is, with the figures behind it.',
  },
  'security-reviewer': {
    title: 'Security reviewer',
    comesTo: 'Gives the position of the department on cases that are referred to it.',
  },
  'licensing-officer': {
    title: 'Licensing officer',
    comesTo: 'Settles the conditions, and proposes to approve or to deny.',
  },
  countersigner: { title: 'Countersigner', comesTo: 'Signs what an officer has proposed, or sends it back.' },
  auditor: { title: 'Auditor', comesTo: 'Sees who did what, when and why, at any moment of a case.' },
  administrator: { title: 'Administrator', comesTo: 'Looks after what runs, and sets the clock of development.' },
};

const section = ({ id, title, about, roles }: Group): string => `<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p>${about}</p>
<ul>
${personas
  .filter((persona) => persona.roles.some((role) => roles.includes(role)))
  .map(button)
  .join('\n')}
</ul>
</section>`;

const button = ({ id, name, roles, organisation, amr }: Persona): string => {
  const titles = roles.map((role) => work[role].title).join(', ');
  const comesTo = roles.map((role) => work[role].comesTo).join(' ');
  const factor = amr.includes('mfa') ? '' : ' Signs in with a password only.';
  return `<li><button type="submit" name="persona" value="${escaped(id)}">
<span class="initials" aria-hidden="true">${escaped(initialsOf(name))}</span>
<span class="who"><strong>${escaped(name)}</strong> <span class="role">${escaped(titles)}</span>
<span class="organisation">${escaped(organisationName(organisation))}</span>
<span class="comes-to">${escaped(comesTo + factor)}</span></span>
</button></li>`;
};

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
