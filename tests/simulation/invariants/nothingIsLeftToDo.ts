import { comparePositions } from '../../../src/commands/eventStore.js';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { SqlViewStore } from '../../../src/infra/sql/sqlViewStore.js';
import { ordersOf } from '../ordersOf.js';
import { Violation } from '../violation.js';
import type { World } from '../world.js';
import type { Invariant } from './invariant.js';

/** I12, I13: after the faults stopped every order came to an end, every view to the head of the log, and none is stuck. */
export class NothingIsLeftToDo implements Invariant {
  async atRest({ server, apis, tables }: World): Promise<void> {
    const head = server.head();
    for (const [id, { status, toRelease, toConfirm, changing }] of ordersOf(server)) {
      const isOpen = status === 'placing' || status === 'placed' || status === 'retaking' || changing;
      if (isOpen || toRelease.length > 0 || toConfirm) {
        throw new Violation(
          'I12 nothing is left to do',
          `order ${id}: ${JSON.stringify({ status, toRelease, toConfirm })}`,
        );
      }
    }
    for (const { name, process } of apis) {
      const { view } = process.deps;
      if (comparePositions(view.position(), head) < 0) {
        throw new Violation('I12 nothing is left to do', `the view of ${name} is at ${view.position()} of ${head}`);
      }
      refuseStuck(name, view.parked(), view.waitsAt());
    }
    const views = new SqlViewStore(tables.driver);
    for (const projection of ALL_PROJECTIONS) {
      const { position, parked } = await views.checkpoint(projection);
      refuseStuck(`table ${projection.name}`, parked, null);
      if (position === head) continue;
      throw new Violation('I12 nothing is left to do', `table ${projection.name} is at ${position} of ${head}`);
    }
  }
}

function refuseStuck(who: string, parked: readonly unknown[], waitsAt: string | null): void {
  if (parked.length === 0 && waitsAt === null) return;
  throw new Violation('I13 nothing is stuck', `${who}: ${JSON.stringify({ parked, waitsAt })}`);
}
