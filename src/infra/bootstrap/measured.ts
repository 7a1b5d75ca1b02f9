import type { Position } from '../../commands/eventStore.js';
import { type Metrics, metricsOf } from '../telemetry/metrics.js';
import type { RunningOrchard } from './runningOrchard.js';

/** What there is to measure of a running Orchard. */
export function measured(orchard: Omit<RunningOrchard, 'metrics'>): Metrics {
  const { deps, store, projector, prices, relayLag, shared } = orchard;
  return metricsOf({
    lags: async () => {
      const head = await store.head();
      const behind = (view: string, position: Position) => ({
        view,
        positions: Math.max(0, Number(BigInt(head) - BigInt(position))),
      });
      const { position: sharedAt } = shared.state() ?? { position: null };
      return [
        ...projector.status().map(({ name, position }) => behind(name, position)),
        ...(prices ? [behind('prices', deps.view.position())] : []),
        ...(sharedAt === null ? [] : [behind('shared prices', sharedAt)]),
        ...(await relayed(orchard)),
      ];
    },
    relaySeconds: async () => (await relayLag().catch(() => null))?.seconds ?? null,
    rulesVersion: () => Number(deps.view.rulesVersion()),
    sharedSeconds: () => {
      const seen = shared.state();
      return seen && (performance.now() - seen.seenAtMillis) / 1_000;
    },
    lookups: shared.answers,
  });
}

async function relayed({ relayLag }: Pick<RunningOrchard, 'relayLag'>) {
  const lag = await relayLag().catch(() => null);
  return lag ? [{ view: 'relay', positions: lag.positions }] : [];
}
