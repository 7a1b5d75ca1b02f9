import { allowancesOf } from '../../../src/infra/bootstrap/allowancesOf.js';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { InProcessBus } from '../../../src/infra/memory/inProcessBus.js';
import { SqlViewStore } from '../../../src/infra/sql/sqlViewStore.js';
import { InMemoryPricingView } from '../../../src/projections/pricing/inMemoryPricingView.js';
import { rebuild } from '../../../src/projections/rebuild.js';
import { QuietLog } from '../quietLog.js';
import { shownBy } from '../shownBy.js';
import { Violation } from '../violation.js';
import type { World } from '../world.js';
import type { Invariant } from './invariant.js';

const NAME = 'I7 views equal a rebuild';

/** Every view, however it came about, is to the byte what the log alone makes of it. */
export class ViewsEqualRebuild implements Invariant {
  async atRest(world: World): Promise<void> {
    await this.#pricing(world);
    await this.#tables(world);
  }

  async #pricing(world: World): Promise<void> {
    const { server, apis } = world;
    const log = new QuietLog(server);
    const anew = new InMemoryPricingView(new InProcessBus(log), allowancesOf(log));
    await anew.run(new AbortController().signal);
    const expected = await shownBy(anew, server);
    for (const { name, process } of apis) {
      const shown = await world.until(shownBy(process.deps.view, server));
      if (shown !== expected) throw new Violation(NAME, `${name} shows\n${shown}\nthe log makes\n${expected}`);
    }
  }

  async #tables(world: World): Promise<void> {
    const { server, tables } = world;
    const views = new SqlViewStore(tables.driver);
    const before = await Promise.all(ALL_PROJECTIONS.map((projection) => views.dump(projection)));
    const log = new QuietLog(server);
    for (const projection of ALL_PROJECTIONS) await rebuild(log, views, projection);
    const after = await Promise.all(ALL_PROJECTIONS.map((projection) => views.dump(projection)));
    for (const [index, { name }] of ALL_PROJECTIONS.entries()) {
      const wrong = before[index]!.find((line, place) => line !== after[index]![place]);
      if (wrong !== undefined || before[index]!.length !== after[index]!.length) {
        throw new Violation(NAME, `table ${name} at ${server.head()} has ${wrong ?? 'fewer rows'}`);
      }
    }
  }
}
