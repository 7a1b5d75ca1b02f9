import { comparePositions, type Position } from '../../../commands/eventStore.js';
import type { RelayLag } from '../../../projections/relayLag.js';
import type { ApiDeps } from '../apiDeps.js';

/** How far one view is, and what keeps it from going on. */
export interface ViewState {
  readonly name: string;
  readonly position: Position;
  /** Positions between it and the end of the log. */
  readonly lag: number;
  /** The event it cannot pass with this version of Orchard. */
  readonly waitsAt: string | null;
  /** Streams it left out because an event of theirs could not be folded; they come back by `orchard rebuild`. */
  readonly parked: number;
  readonly complete: boolean;
}

export interface Readiness {
  readonly ready: boolean;
  readonly adapters: Readonly<Record<string, string>>;
  readonly head: Position;
  readonly views: readonly ViewState[];
  /** Paid orders that stand on a hold that was lost: `GET /v1/orders?lostHolds=yes` names them. No reason to be unready. */
  readonly lostHolds: number;
  /** What stopped following the log; the process's own log says why. */
  readonly fault: string | null;
  /** What else does not go on, while callers are answered; named like the fault. */
  readonly troubles: readonly string[];
  readonly relay: RelayLag | null;
  /** Position of the last change of rules it prices with. */
  readonly rules: Position;
  readonly shared: SharedState | null;
}

/** How far the pricing views are that it shares with others. */
export interface SharedState {
  /** Null: there is nothing in them, or nobody answered yet; prices come from tables and log meanwhile. */
  readonly position: Position | null;
  readonly lag: number | null;
  /** Since they were seen. */
  readonly seconds: number | null;
}

/**
 * Says whether this process should be sent requests. Behind at the start it is not; once its views had caught up with
 * the log a lag under load is no reason to send the load elsewhere.
 */
export function readiness(api: ApiDeps): () => Promise<Readiness> {
  const { deps, projector, adapters, fault, troubles, relayLag, shared, prices, log } = api;
  let catchUpWith: Position | null = null;
  let caughtUp = false;
  let said: string | null = null;
  let lostSaid = 0;
  const sayLost = (lostHolds: number) => {
    if (lostHolds > lostSaid) log.error({ lostHolds }, 'paid orders stand on holds that were lost');
    lostSaid = lostHolds;
    return lostHolds;
  };
  return async () => {
    const head = await deps.store.head();
    catchUpWith ??= head;
    const views = [
      ...(prices
        ? [viewState('prices', head, { position: deps.view.position(), waitsAt: deps.view.waitsAt(), parked: [] })]
        : []),
      ...projector.status().map((status) => viewState(status.name, head, status)),
    ];
    const target = catchUpWith;
    caughtUp ||= views.every(({ position }) => comparePositions(position, target) >= 0);
    const broken = fault();
    const amiss = troubles();
    const all = [broken ?? [], amiss].flat().join('; ');
    if (all !== '' && all !== said) log.error({ fault: all }, 'something does not follow the log');
    said = all;
    return {
      ready: caughtUp && broken === null && views.every(({ waitsAt }) => waitsAt === null),
      adapters,
      head,
      views,
      lostHolds: sayLost(deps.view.lostHolds()),
      // The rest of it names files and tables.
      fault: broken === null ? null : nameOf(broken),
      troubles: amiss.map(nameOf),
      relay: await relayLag().catch(() => null),
      rules: deps.view.rulesVersion(),
      shared: adapters['views']?.includes('Redis') ? sharedState(shared.state(), head) : null,
    };
  };
}

function sharedState(seen: ReturnType<ApiDeps['shared']['state']>, head: Position): SharedState {
  if (!seen) return { position: null, lag: null, seconds: null };
  const { position, seenAtMillis } = seen;
  const lag = position === null ? null : Math.max(0, Number(BigInt(head) - BigInt(position)));
  return { position, lag, seconds: Math.round((performance.now() - seenAtMillis) / 1_000) };
}

function nameOf(fault: string): string {
  return fault.split(':', 1)[0]!;
}

function viewState(
  name: string,
  head: Position,
  { position, waitsAt, parked }: { position: Position; waitsAt: string | null; parked: readonly unknown[] },
): ViewState {
  const lag = Number(BigInt(head) - BigInt(position));
  return { name, position, lag: Math.max(0, lag), waitsAt, parked: parked.length, complete: parked.length === 0 };
}
