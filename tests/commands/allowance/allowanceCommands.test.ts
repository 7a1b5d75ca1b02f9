import { beforeEach, describe, expect, test } from '@jest/globals';
import { adjustAllowance, openAllowance } from '../../../src/commands/allowance/allowanceTotals.js';
import { holdAllowance } from '../../../src/commands/allowance/holdAllowance.js';
import { cancelHold, confirmHold, expireHolds, releaseHold } from '../../../src/commands/allowance/holdSteps.js';
import { adjustByHand } from '../../../src/commands/allowance/termsByHand.js';
import type { CommandContext } from '../../../src/commands/context.js';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { handleHot } from '../../../src/commands/handleHot.js';
import { loadStream } from '../../../src/commands/loadStream.js';
import type { AllowanceTerms } from '../../../src/domain/allowance/events.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';

const terms: AllowanceTerms = { unit: 'stock', total: 10, source: { promotion: 'flash', revision: 1 } };
const allowance = 'flash.stock';
const hold = { allowance, hold: 'o1', order: 'o1', amount: 2, until: '2026-11-22T12:15:00.000Z', terms };
const step = { allowance, hold: 'o1', order: 'o1' };

const operator = { principal: 'op', role: 'operator' } as const;
const isZone = () => true;

let store: MemoryEventStore;
let machine: TrialMachine;
let deps: { commits: GroupCommit };

beforeEach(() => {
  store = new MemoryEventStore();
  machine = new TrialMachine();
  deps = { commits: new GroupCommit({ store, machine }) };
});

const typesInLog = async (stream = `allowance-demo.${allowance}`) =>
  (await store.readStream(stream)).map(({ type }) => type);

describe('commands about allowances', () => {
  test('take a hold through its life', async () => {
    await handleHot(deps, openAllowance, aContext(), { allowance, terms });
    await handleHot(deps, adjustAllowance, aContext(), {
      allowance,
      terms: { ...terms, total: 12, source: { promotion: 'flash', revision: 2 } },
    });
    await handleHot(deps, holdAllowance(machine), aContext(), hold);
    await handleHot(deps, confirmHold, aContext(), step);
    await handleHot(deps, cancelHold, aContext(), { ...step, afterCancel: 'reusable' });
    await handleHot(deps, holdAllowance(machine), aContext(), hold);
    await handleHot(deps, releaseHold, aContext(), step);
    await handleHot(deps, holdAllowance(machine), aContext(), hold);
    machine.clock = hold.until;
    await handleHot(deps, expireHolds, aContext(), { allowance });
    expect(await typesInLog()).toEqual([
      'allowance-opened',
      'allowance-adjusted',
      'allowance-held',
      'hold-confirmed',
      'hold-cancelled',
      'allowance-held',
      'hold-released',
      'allowance-held',
      'hold-expired',
    ]);
  });

  test('count a day by the clock of the zone', async () => {
    const daily = { ...terms, perCustomerDay: { uses: 1, zone: 'Asia/Shanghai' } };
    const one = { ...hold, amount: 1, customer: 'c1', terms: daily };
    const holding = (order: string, until: string) =>
      handleHot(deps, holdAllowance(machine), aContext(), { ...one, hold: order, order, until });
    machine.clock = '2026-11-22T15:59:59.999Z';
    await holding('o1', '2026-11-22T16:30:00.000Z');
    const { code } = await rejectionOf(holding('o2', '2026-11-22T16:30:00.000Z'));
    machine.clock = '2026-11-22T16:00:00.000Z';
    const { events } = await holding('o3', '2026-11-22T16:30:00.000Z');
    expect([code, events[0]!.data]).toEqual(['CUSTOMER_LIMIT_REACHED', expect.objectContaining({ day: '2026-11-23' })]);
  });

  test('leave what was adjusted by hand until the promotion has a new revision', async () => {
    const totals = async () =>
      (await loadStream(store, allowanceAggregate, `allowance-demo.${allowance}`)).state.terms?.total;
    const revised = (revision: number) => ({ ...terms, total: 20, source: { promotion: 'flash', revision } });
    await handleHot(deps, openAllowance, aContext(), { allowance, terms });
    await handleHot(deps, adjustByHand(isZone), aContext({ actor: operator }), { allowance, total: 12 });
    await handleHot(deps, adjustAllowance, aContext(), { allowance, terms });
    expect(await totals()).toBe(12);
    await handleHot(deps, adjustAllowance, aContext(), { allowance, terms: revised(2) });
    expect(await totals()).toBe(20);
    const byPromotion = { actor: { principal: 'x', role: 'order-service' } } as const;
    const refused = handleHot(deps, adjustByHand(isZone), aContext(byPromotion), { allowance, total: 12 });
    expect((await rejectionOf(refused)).code).toBe('ROLE_MISSING');
  });

  test.each(['auditor', 'analyst', 'approver'] as const)('are not for an %s', async (role) => {
    const context: CommandContext = aContext({ actor: { principal: 'x', role } });
    expect((await rejectionOf(handleHot(deps, confirmHold, context, step))).code).toBe('ROLE_MISSING');
  });
});

describe('messages about allowances', () => {
  test.each([
    ['a hold of nothing', { ...hold, amount: 0 }],
    ['a hold of less', { ...hold, amount: -1 }],
    ['a hold of a part', { ...hold, amount: 1.5 }],
    ['a hold of absurdly much', { ...hold, amount: 1e12 }],
    ['a hold until no instant', { ...hold, until: '2026-02-30T00:00:00Z' }],
    ['an id that is no stream', { ...hold, allowance: 'a-b' }],
    ['an id that is a way out', { ...hold, hold: '../x' }],
    ['terms of another unit', { ...hold, terms: { ...terms, unit: 'seats' } }],
    ['a total below nothing', { ...hold, terms: { ...terms, total: -1 } }],
    ['a field nobody knows', { ...hold, priority: 1 }],
  ])('refuse %s', (_, message) => {
    expect(holdAllowance(machine).message.safeParse(message).success).toBe(false);
  });

  test('take what is right', () => {
    expect(holdAllowance(machine).message.parse(hold)).toEqual(hold);
    expect(openAllowance.message.parse({ allowance, terms })).toEqual({ allowance, terms });
    expect(cancelHold.message.parse({ ...step, afterCancel: 'consumed' })).toEqual({
      ...step,
      afterCancel: 'consumed',
    });
  });
});
