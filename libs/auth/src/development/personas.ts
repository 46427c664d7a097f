import type { Role } from '@exeat/kernel';

/** Nobody signs in as the system itself. */
export type PersonaRole = Exclude<Role, 'system'>;

/** Somebody to be in development, by one click. Everybody here is invented. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly PersonaRole[];
  readonly organisation: string;
  /** How they sign in, as the provider reports it (RFC 8176). */
  readonly amr: readonly string[];
}

/** A program of a company; its secret is made at first start. */
interface MachinePersona {
  readonly clientId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisation: string;
}

const withToken = ['pwd', 'otp', 'mfa'];
const withCard = ['sc', 'pin', 'mfa'];

const exporter = (id: string, name: string, organisation: string, amr: readonly string[]): Persona => ({
  id,
  name,
  roles: ['exporter'],
  organisation,
  amr,
});
const official = (id: string, name: string, role: PersonaRole, organisation = 'bis'): Persona => ({
  id,
  name,
  roles: [role],
  organisation,
  amr: withCard,
});

export const personas: readonly Persona[] = [
  exporter('nora-vance', 'Nora Vance', 'northgate', withToken),
  exporter('owen-hale', 'Owen Hale', 'northgate', ['pwd']),
  exporter('mia-castellan', 'Mia Castellan', 'blueharbor', withToken),
  official('ada-reyes', 'Ada Reyes', 'technical-reviewer'),
  official('theo-lindqvist', 'Theo Lindqvist', 'technical-reviewer'),
  official('sam-okafor', 'Sam Okafor', 'security-reviewer', 'state'),
  official('dana-whitlock', 'Dana Whitlock', 'security-reviewer', 'defense'),
  official('eli-marchetti', 'Eli Marchetti', 'security-reviewer', 'energy'),
  official('june-park', 'June Park', 'security-reviewer', 'justice'),
  official('lena-fischer', 'Lena Fischer', 'licensing-officer'),
  official('marcus-bell', 'Marcus Bell', 'licensing-officer'),
  official('rosa-delgado', 'Rosa Delgado', 'countersigner'),
  official('victor-amsel', 'Victor Amsel', 'countersigner'),
  official('priya-nair', 'Priya Nair', 'auditor'),
  official('alex-thorne', 'Alex Thorne', 'administrator'),
];

export const machinePersonas: readonly MachinePersona[] = [
  { clientId: 'northgate-erp', name: 'Northgate ERP', roles: ['exporter'], organisation: 'northgate' },
  { clientId: 'exeat-cli', name: 'The exeat command', roles: ['auditor', 'administrator'], organisation: 'bis' },
];
