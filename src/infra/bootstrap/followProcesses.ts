import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderDeps } from '../../commands/order/orderDeps.js';
import { keepAllowances } from '../../commands/processes/keepAllowances.js';
import { OrderKeeper, type Pause } from '../../commands/processes/orderKeeper.js';
import { openOrders, openOrdersPosition } from '../../projections/openOrders/openOrders.js';
import { limitedPromotions } from '../../projections/promotions/limitedPromotions.js';
import { promotionsProjection } from '../../projections/promotions/promotionsProjection.js';
import type { ViewStore } from '../../projections/viewStore.js';
import type { Followers } from './followers.js';

/**
 * What follows events by further commands. Each starts from the tables, wherever they are, and follows the log from
 * there; the tables are read after their position, so nothing is between the two.
 */
export function followProcesses(
  followers: Followers,
  deps: OrderDeps,
  views: ViewStore,
  pause: Pause = (millis, ending) => sleep(millis, undefined, { signal: ending }),
): void {
  followers.follow('orders', async (signal, alive) => {
    const position = await openOrdersPosition(views);
    const keeper = new OrderKeeper(deps, pause, position);
    for await (const appointment of openOrders(views)) keeper.expect(appointment);
    await keeper.run(signal, alive);
  });
  followers.follow('allowances', async (signal, alive) => {
    const { position } = await views.checkpoint(promotionsProjection);
    await keepAllowances(deps, limitedPromotions(views), position, signal, alive);
  });
}
