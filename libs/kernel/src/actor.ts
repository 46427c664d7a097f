import { z } from 'zod';

/** What a person (or a machine, or Exeat itself) may be in this system. A person can hold several. */
export const roles = [
  'exporter',
  'technical-reviewer',
  'security-reviewer',
  'licensing-officer',
  'countersigner',
  'auditor',
  'administrator',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** How strongly the actor was authenticated when acting; `system` is Exeat acting by a rule. */
const assurances = ['single-factor', 'multi-factor', 'machine', 'system'] as const;
export type Assurance = (typeof assurances)[number];

/** An opaque id of a person, as the identity provider names them. */
export type PersonId = string;

export const actorSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  roles: z.array(z.enum(roles)).readonly(),
  /** The company of an exporter, the agency of a security reviewer, the authority of everybody else. */
  organisation: z.string().min(1),
  assurance: z.enum(assurances),
  /** Set where a machine client acts for a person or company. */
  onBehalfOf: z.string().min(1).optional(),
});

/** Who acts. Comes in with every command and is stored with every fact. */
export type Actor = Readonly<z.infer<typeof actorSchema>>;

/** Exeat itself, acting by a rule: a reaction, or a deadline. */
export const system = (rule: string): Actor => ({
  id: `system:${rule}`,
  name: 'Exeat',
  roles: ['system'],
  organisation: 'exeat',
  assurance: 'system',
});

export const holds = (actor: Actor, role: Role): boolean => actor.roles.includes(role);
