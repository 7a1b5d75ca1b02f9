import { z } from 'zod';

/** What a process does: answers callers, brings the log to the bus, keeps the tables, takes what time makes due. */
export const ROLES = ['api', 'relay', 'projector', 'timekeeper'] as const;
export type ProcessRole = (typeof ROLES)[number];

export const EVERY_ROLE: ReadonlySet<ProcessRole> = new Set(ROLES);

const EXPECTED = `must be some of ${ROLES.join(', ')}, with commas between them`;

/** The roles of ORCHARD_ROLES; by default all. */
export const rolesVariable = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim()))
  .pipe(z.array(z.enum(ROLES, EXPECTED)).min(1, EXPECTED))
  .transform((roles): ReadonlySet<ProcessRole> => new Set(roles))
  .default(EVERY_ROLE);

/** Roles can be shared between processes only where all of them reach the log and the tables. */
export function roleFaults(given: {
  readonly ORCHARD_ROLES: ReadonlySet<ProcessRole>;
  readonly ORCHARD_EVENT_STORE: string;
  readonly ORCHARD_TABLES: string;
}): readonly { readonly variable: string; readonly message: string }[] {
  if (ROLES.every((role) => given.ORCHARD_ROLES.has(role))) return [];
  const variables = ['ORCHARD_EVENT_STORE', 'ORCHARD_TABLES'] as const;
  const own = variables.filter((variable) => ['sqlite', 'memory'].includes(given[variable]));
  return own.map((variable) => ({
    variable: 'ORCHARD_ROLES',
    message: `must be all of ${ROLES.join(', ')} while ${variable} is ${given[variable]}, which no other process reaches`,
  }));
}
