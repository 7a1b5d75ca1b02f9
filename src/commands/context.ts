import type { Actor } from './eventStore.js';

export const ROLES = ['order-service', 'operator', 'approver', 'auditor', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, for which shop, and under which id: what comes with a command beside its message. */
export interface CommandContext {
  readonly shop: string;
  readonly actor: Actor & { readonly role: Role };
  /** uuid v5 of shop, principal and idempotency key or given id: asking twice is asking once. */
  readonly commandId: string;
  /** SHA-256 of the canonical request: the same id with another request is refused. */
  readonly requestHash: string;
  readonly correlation: string;
  readonly causation?: string;
  /** The revision the caller saw (If-Match); absent: any. */
  readonly seenRevision?: number;
}
