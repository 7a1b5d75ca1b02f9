import type { GoldenQuoteInput, Periodic, Scope, When, Window } from '../goldenCase.js';
import { localClock, weekdays } from '../localClock.js';
import type { Dice } from './dice.js';
import { categories, tags } from './lines.js';
import type { Terrain } from './terrain.js';
import { near } from './terrain.js';

export const tiers = ['silver', 'gold'];
export const channels = ['pc', 'h5', 'mini-program', 'app'];
export const orderModes = ['normal', 'flash', 'bargain'];
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia'];

/** Plain instants, ends of days, and both hours of a change of clocks in New York and Berlin. */
const instants = [
  '2026-11-20T16:30:00.000Z',
  '2026-11-21T15:59:59.999Z',
  '2026-11-21T16:00:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-11-01T06:30:00.000Z',
  '2026-03-08T07:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-12-31T23:59:59.999Z',
  '2028-02-29T12:00:00.000Z',
];

export function someInstant(dice: Dice): string {
  return dice.pick(instants);
}

export function someScope(dice: Dice, terrain: Terrain): Scope {
  const skus = [...new Set(terrain.lines.map(({ golden }) => golden.sku)), 'ABSENT'];
  const present = [...new Set(terrain.lines.flatMap(({ golden }) => golden.category ?? []))];
  const scope: Scope = dice.weighted<() => Scope>([
    [() => ({ store: true }), 2],
    [() => ({ categories: dice.some(present.length > 0 && dice.chance(75) ? present : categories) }), 5],
    [() => ({ skus: dice.some(skus) }), 4],
  ])();
  return { ...scope, ...dice.maybe(20, () => ({ excludeTags: [dice.pick(tags)] })) };
}

type Facts = Pick<GoldenQuoteInput, 'at' | 'customer' | 'channel' | 'orderMode'>;

/** `threshold` and `facts`: how many promotions of a hundred have conditions on amounts, and on each fact of the case. */
export function someWhen(
  dice: Dice,
  terrain: Terrain,
  facts: Facts,
  percent: { readonly threshold: number; readonly facts: number },
): When {
  const { at } = facts;
  return {
    ...dice.maybe(percent.threshold, () =>
      dice.chance(80) ? { minAmount: near(dice, terrain.subtotal) } : { amountOver: near(dice, terrain.subtotal) - 1 },
    ),
    ...dice.maybe(7, () => ({ minQuantity: near(dice, terrain.pieces) })),
    ...dice.maybe(5, () => ({ minGrams: near(dice, terrain.grams) })),
    ...dice.maybe(percent.facts, () => ({ tiers: mostlyWith(dice, tiers, facts.customer?.tier) })),
    ...dice.maybe(percent.facts / 2, () => ({ orderNumber: dice.between(1, 3) })),
    ...dice.maybe(percent.facts / 2, () => ({ newCustomer: true })),
    ...dice.maybe(percent.facts, () => ({ channels: mostlyWith(dice, channels, facts.channel) })),
    ...dice.maybe(percent.facts, () => ({ orderModes: mostlyWith(dice, orderModes, facts.orderMode ?? 'normal') })),
    ...(at === undefined ? {} : dice.maybe(percent.facts * 1.5, () => ({ window: someWindow(dice, at) }))),
    ...(at === undefined ? {} : dice.maybe(percent.facts * 1.5, () => ({ periodic: someHours(dice, at) }))),
  };
}

/** Some of the values, never none; three times in four the one that fits is among them. */
function mostlyWith(dice: Dice, values: readonly string[], fitting: string | undefined): string[] {
  const chosen = values.filter((value) => dice.chance(value === fitting ? 75 : 35));
  return chosen.length > 0 ? chosen : [dice.pick(values)];
}

function someWindow(dice: Dice, at: string): Window {
  const shifted = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
  const hour = 3_600_000;
  if (dice.chance(50)) {
    const from = shifted(dice.pick([0, 1, -1, -hour, -30 * hour, -90 * hour]));
    return { ...dice.maybe(85, () => ({ from })), to: shifted(dice.pick([0, 1, hour, 50 * hour])) };
  }
  const zone = dice.pick(zones);
  const day = (days: number) => localClock(shifted(days * 24 * hour), zone).date;
  return {
    from: day(dice.pick([0, -1, -3, 1])),
    ...dice.maybe(85, () => ({ to: day(dice.pick([0, 0, -1, 2])) })),
    zone,
  };
}

/** Hours that begin or end at, a minute from, or far from what the zone's clock shows. */
function someHours(dice: Dice, at: string): Periodic {
  const zone = dice.pick(zones);
  const minute = Math.floor(localClock(at, zone).time / 60_000);
  const clock = (shift: number) => {
    const of = (minute + shift + 2880) % 1440;
    return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  };
  return {
    days: dice.chance(50) ? [...weekdays] : dice.some(weekdays),
    from: clock(dice.pick([0, 1, -1, -60, -60, -600, 300])),
    to: clock(dice.pick([0, 1, 1, 60, 600, -300])),
    zone,
  };
}
