import type { Aim } from '../client.js';
import type { World } from '../world.js';
import { Operator } from './operator.js';
import { openShop } from './shopAtFirst.js';
import { Shopper } from './shopper.js';

/** Those of a rush have so long to get a quote before it begins. */
const RUSH_MILLIS = 3_000;

/** Opens the shop, then lets customers in, some of them all at once, until so many commands were sent. */
export async function trade(world: World): Promise<void> {
  const { client, plan } = world;
  const { dice } = client;
  const operator = new Operator(client, await openShop(client));
  while (client.asked < plan.commands && client.failure === null) {
    if (dice.chance(30))
      letIn(world, dice.between(5, 12), { slot: dice.pick(world.apis), at: world.scheduler.now + RUSH_MILLIS });
    else letIn(world, dice.between(1, 3));
    if (dice.chance(20)) client.beside(() => operator.work());
    await client.wait(dice.acrossScales(1_000, 8 * 60_000));
  }
}

function letIn(world: World, shoppers: number, rush?: Aim): void {
  for (let one = 0; one < shoppers; one++) world.client.beside(() => new Shopper(world).shop(rush));
}
