import { ROLES } from '../../../../src/commands/context.js';
import type { CallerToken } from '../../../../src/infra/http/apiDeps.js';

export const tokenOf = (role: string, shop = 'demo') => `token-of-the-${role}-of-${shop}`;
export const bearer = (role: string, shop?: string) => ({ authorization: `Bearer ${tokenOf(role, shop)}` });

/** A caller of each role in the demo shop, and an admin of another shop. */
export const TOKENS: readonly CallerToken[] = [
  ...ROLES.map((role) => ({ token: tokenOf(role), principal: `some-${role}`, role, shop: 'demo' })),
  { token: tokenOf('admin', 'other'), principal: 'stranger', role: 'admin', shop: 'other' },
];
