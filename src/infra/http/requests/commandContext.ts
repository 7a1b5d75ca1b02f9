import { commandIdOf } from '../../../commands/commandId.js';
import type { CommandContext } from '../../../commands/context.js';
import type { Machine } from '../../../commands/ports.js';
import { canonicalJson } from '../../../domain/kernel/canonicalJson.js';
import type { ApiRequest } from '../apiRequest.js';

/**
 * What goes with a command. Its id is the caller's Idempotency-Key alone, and the hash is over everything asked: so
 * a key used again on the same aggregate for anything else is refused (docs/decisions/0002 says what that leaves open).
 * Without a key every request is a command of its own.
 */
export function commandContext(machine: Machine, request: ApiRequest): CommandContext {
  const { route, params, sent, caller, idempotencyKey, ifMatch, requestId } = request;
  const { shop, principal, role } = caller;
  return {
    shop,
    actor: { principal, role },
    commandId: idempotencyKey === undefined ? machine.newId() : commandIdOf(shop, principal, idempotencyKey),
    requestHash: machine.sha256(canonicalJson({ route, params, body: sent })),
    correlation: requestId,
    ...(typeof ifMatch === 'number' && { seenRevision: ifMatch }),
  };
}
