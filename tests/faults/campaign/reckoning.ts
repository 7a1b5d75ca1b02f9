import { START, type StoredEvent } from '../../../src/commands/eventStore.js';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { openTables } from '../../../src/infra/bootstrap/openTables.js';
import { rebuild } from '../../../src/projections/rebuild.js';
import { ledgerOf } from '../sale/saleLedger.js';
import type { Told } from './shoppers.js';

/** A limited thing. */
export interface Stock {
  readonly allowance: string;
  readonly units: number;
}

/** Everything that is not as it must be at the end, read from the log by no rule of the domain. */
export async function reckoning(databaseUrl: string, told: Told, stock: Stock): Promise<readonly string[]> {
  const { store, views, close } = await openTables('', {
    eventStore: 'postgres',
    tables: 'postgres',
    bus: 'in-process',
    pricingViews: 'memory',
    busPrefix: 'orchard',
    redisPrefix: 'orchard',
    urls: { postgres: databaseUrl },
  });
  try {
    const log = await wholeLog((after) => store.readAll(after, 10_000));
    const wrong = [...lost(log, told), ...oversold(log, stock)];
    for (const projection of ALL_PROJECTIONS) {
      const { compared } = await rebuild(store, views, projection);
      for (const row of compared?.wrong ?? ['all of it: it was not there'])
        wrong.push(`${projection.name} has ${row} wrong`);
    }
    return wrong;
  } finally {
    await close();
  }
}

async function wholeLog(read: (after: string) => Promise<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (let page = await read(START); page.length > 0; page = await read(page.at(-1)!.position)) log.push(...page);
  return log;
}

/** What somebody was told and the log does not hold. */
function lost(log: readonly StoredEvent[], { quotes, placed, paid }: Told): string[] {
  const idsOf = (type: string) => new Set(log.filter((event) => event.type === type).map(({ stream }) => idIn(stream)));
  const given = new Map(
    log.filter(({ type }) => type === 'quote-given').map(({ stream, data }) => [idIn(stream), JSON.parse(data)]),
  );
  const [inPlaced, inPaid] = [idsOf('order-placed'), idsOf('order-paid')];
  return [
    ...[...quotes].filter(([id, pay]) => given.get(id)?.amounts.pay !== pay).map(([id]) => `quote ${id} is lost`),
    ...[...placed].filter((id) => !inPlaced.has(id)).map((id) => `order ${id} is lost`),
    ...[...paid].filter((id) => !inPaid.has(id)).map((id) => `the payment of ${id} is lost`),
  ];
}

function oversold(log: readonly StoredEvent[], { allowance, units }: Stock): string[] {
  const { mostTaken, impossible } = ledgerOf(log, `allowance-demo.${allowance}`);
  const more = mostTaken > units ? [`${mostTaken} of ${allowance} were taken, there are ${units}`] : [];
  return [...more, ...impossible.map((step) => `${step}, which was not open`)];
}

function idIn(stream: string): string {
  return stream.slice(stream.indexOf('.') + 1);
}
