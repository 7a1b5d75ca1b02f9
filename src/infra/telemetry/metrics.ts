import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Asked when somebody scrapes; what is not known is left out. */
export interface Measured {
  /** Of each view and the relay, how far it is behind the log. */
  readonly lags: () => Promise<readonly { readonly view: string; readonly positions: number }[]>;
  readonly relaySeconds: () => Promise<number | null>;
  readonly rulesVersion: () => number;
  /** Of the shared pricing views: seconds since they were seen. */
  readonly sharedSeconds: () => number | null;
  readonly lookups: () => ReadonlyMap<string, number>;
}

export interface Metrics {
  readonly answered: (route: string, status: number, seconds: number) => void;
  readonly text: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What one process measures, in the names docs/running-on-servers.md lists. */
export function metricsOf(measured: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let watched = false;
  const requests = new Histogram({
    name: 'orchard_http_request_seconds',
    help: 'From the first byte of a request to its answer',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const lag = new Gauge({
    name: 'orchard_lag_positions',
    help: 'Positions between a view, or the relay, and the end of the log',
    labelNames: ['view'],
    registers,
  });
  const relaySeconds = new Gauge({
    name: 'orchard_relay_lag_seconds',
    help: 'Age of the oldest event the bus has not confirmed',
    registers,
  });
  const rules = new Gauge({
    name: 'orchard_rules_version',
    help: 'Position of the last change of rules this process prices with',
    registers,
  });
  const sharedAge = new Gauge({
    name: 'orchard_shared_pricing_views_age_seconds',
    help: 'Since this process last saw the shared pricing views',
    registers,
  });
  const lookups = new Counter({
    name: 'orchard_pricing_lookups_total',
    help: 'Lookups of facts that were not at hand, by where they were answered',
    labelNames: ['source'],
    registers,
  });
  const scrape = async () => {
    for (const { view, positions } of await measured.lags()) lag.set({ view }, positions);
    setKnown(relaySeconds, await measured.relaySeconds());
    rules.set(measured.rulesVersion());
    setKnown(sharedAge, measured.sharedSeconds());
    lookups.reset();
    for (const [source, count] of measured.lookups()) lookups.inc({ source }, count);
  };
  return {
    answered: (route, status, seconds) => requests.observe({ route, status }, seconds),
    text: async () => {
      // The delay of the event loop is measured from when somebody wants to know.
      if (!watched) collectDefaultMetrics({ register: registry });
      watched = true;
      await scrape();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function setKnown(gauge: Gauge, value: number | null): void {
  if (value === null) gauge.remove();
  else gauge.set(value);
}
