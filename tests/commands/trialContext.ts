import type { CommandContext } from '../../src/commands/context.js';

let commands = 0;

/** An operator of the shop `demo` with a command of its own. */
export function aContext(given: Partial<CommandContext> = {}): CommandContext {
  commands++;
  return {
    shop: 'demo',
    actor: { principal: 'op-1', role: 'operator' },
    commandId: `command-${commands}`,
    requestHash: 'a'.repeat(64),
    correlation: 'c-1',
    ...given,
  };
}
