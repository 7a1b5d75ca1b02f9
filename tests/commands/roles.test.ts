import { describe, expect, test } from '@jest/globals';
import { type Command, handle } from '../../src/commands/command.js';
import { type CommandContext, ROLES, type Role } from '../../src/commands/context.js';
import { registerCustomer } from '../../src/commands/customer/registerCustomer.js';
import { setCustomerTier } from '../../src/commands/customer/setCustomerTier.js';
import { categoriseProduct } from '../../src/commands/product/categoriseProduct.js';
import { delistProduct } from '../../src/commands/product/delistProduct.js';
import { describeProduct } from '../../src/commands/product/describeProduct.js';
import { repriceProduct } from '../../src/commands/product/repriceProduct.js';
import { setProductFloor } from '../../src/commands/product/setProductFloor.js';
import {
  endPromotion,
  pausePromotion,
  publishPromotion,
  resumePromotion,
  stopPromotion,
} from '../../src/commands/promotion/promotionLife.js';
import { setShopPolicies } from '../../src/commands/shop/setShopPolicies.js';
import { Rejection } from '../../src/domain/kernel/rejection.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { aContext } from './trialContext.js';
import { TrialMachine } from './trialMachine.js';

// biome-ignore lint/suspicious/noExplicitAny: a table of commands holds messages, states and events of any type
const COMMANDS: readonly (readonly [Command<any, any, any, any>, unknown, readonly Role[]])[] = [
  [describeProduct, { sku: 'x', name: '梨', soldBy: 'piece', unitPrice: 1 }, ['operator', 'admin']],
  [repriceProduct, { sku: 'x', unitPrice: 1 }, ['operator', 'admin']],
  [setProductFloor, { sku: 'x', floorPrice: 1 }, ['operator', 'admin']],
  [categoriseProduct, { sku: 'x', categories: [], tags: [] }, ['operator', 'admin']],
  [delistProduct, { sku: 'x' }, ['operator', 'admin']],
  [registerCustomer, { customer: 'x' }, ['operator', 'order-service', 'admin']],
  [setCustomerTier, { customer: 'x', tier: null }, ['operator', 'order-service', 'admin']],
  [publishPromotion, { promotion: 'x', reason: '试' }, ['operator', 'admin']],
  [pausePromotion, { promotion: 'x' }, ['operator', 'admin']],
  [resumePromotion, { promotion: 'x' }, ['operator', 'admin']],
  [endPromotion, { promotion: 'x', reason: '试' }, ['operator', 'admin']],
  [stopPromotion, { promotion: 'x', reason: '试' }, ['operator', 'admin']],
  [setShopPolicies, { policies: {}, reason: '试' }, ['operator', 'admin']],
];

const as = (role: Role): CommandContext => aContext({ actor: { principal: 'p', role } });

/** The code of a rejection, or 'done'. */
async function outcomeOf([command, message]: (typeof COMMANDS)[number], role: Role): Promise<string> {
  const deps = { store: new MemoryEventStore(), machine: new TrialMachine() };
  try {
    await handle(deps, command, as(role), command.message.parse(message));
    return 'done';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

describe('a command is carried out only for a caller with the role', () => {
  test.each(COMMANDS.map((row) => [row[0].name, row] as const))('%s', async (_, row) => {
    const outcomes = await Promise.all(ROLES.map(async (role) => [role, await outcomeOf(row, role)] as const));
    const allowed = outcomes.filter(([, outcome]) => outcome !== 'ROLE_MISSING').map(([role]) => role);
    expect(allowed.sort()).toEqual([...row[2]].sort());
  });

  test('and the refusal says which role it takes', async () => {
    const deps = { store: new MemoryEventStore(), machine: new TrialMachine() };
    await expect(handle(deps, stopPromotion, as('analyst'), { promotion: 'x', reason: '试' })).rejects.toThrow(
      'stop-promotion takes the role operator, you have analyst.',
    );
  });
});

test('every message refuses fields it does not know', () => {
  for (const [{ message }, fields] of COMMANDS) {
    expect(message.safeParse(fields).success).toBe(true);
    expect(message.safeParse({ ...(fields as object), role: 'admin' }).success).toBe(false);
  }
});
