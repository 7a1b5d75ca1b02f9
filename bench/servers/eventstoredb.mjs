import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, excludeSystemEvents, NO_STREAM } from '@eventstore/db-client';
import { v7 } from 'uuid';
import { EventStoreDbEventStore } from '../../dist/infra/eventstoredb/eventStoreDbEventStore.js';
import { rateOf, row } from './row.mjs';

const data = JSON.stringify({
  lines: Array.from({ length: 5 }, (_, i) => ({ sku: `apple-${i}`, grams: 1250, fen: 1990 })),
});

/**
 * Appends and reads on EventStoreDB, beside the raw client: the same bytes, the same metadata. Durable if the server is:
 * with --mem-db nothing is on disk.
 */
export async function benchEventStoreDb(url, millis) {
  console.log(`\n## EventStoreDB: an event has ${Buffer.byteLength(data)} bytes of data\n`);
  const client = EventStoreDBClient.connectionString(url);
  const store = new EventStoreDbEventStore(url);
  try {
    const before = await store.head();
    for (const [callers, events] of [
      [1, 1],
      [64, 1],
      [256, 1],
      [8, 100],
    ]) {
      const raw = await rawAppends(client, callers, events, millis);
      const ours = await appends(store, callers, events, millis);
      const what = `${events} event${events > 1 ? 's' : ''} an append, ${callers} in flight`;
      row(`raw client: ${what}`, raw, raw);
      row(`append: ${what}`, ours, raw);
    }
    await reads(client, store, before);
  } finally {
    await store.close();
    await client.dispose();
  }
}

function rawAppends(client, callers, events, millis) {
  const run = randomUUID();
  const expected = Array(callers).fill(NO_STREAM);
  return rateOf(callers, events, millis, async (caller) => {
    const sent = someEvents(events).map(({ id, type, data, ...metadata }) =>
      binaryEvent({ id, type, data: Buffer.from(data), metadata }),
    );
    const options = { expectedRevision: expected[caller] };
    expected[caller] = (await client.appendToStream(`raw-${run}.${caller}`, sent, options)).nextExpectedRevision;
  });
}

function appends(store, callers, events, millis) {
  const run = randomUUID().replaceAll('-', '');
  const expected = Array(callers).fill('none');
  return rateOf(callers, events, millis, async (caller) => {
    expected[caller] = (
      await store.append(`sample-bench.${run}.${caller}`, expected[caller], someEvents(events))
    ).revision;
  });
}

/** The whole log since `before`, with what the raw client wrote: both read the same. */
async function reads(client, store, before) {
  const fromPosition = before === '0' ? 'start' : { commit: BigInt(before), prepare: BigInt(before) };
  const head = await store.head();
  const timed = async (work) => {
    const began = performance.now();
    const count = await work();
    return (count * 1_000) / (performance.now() - began);
  };
  let total = 0;
  const raw = await timed(async () => {
    for await (const { event } of client.readAll({ fromPosition })) if (!event.type.startsWith('$')) total++;
    return total;
  });
  const subscribed = await timed(async () => {
    const subscription = client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() });
    let left = total - (before === '0' ? 0 : 1);
    for await (const _ of subscription) if (--left === 0) break;
    await subscription.unsubscribe();
    return total;
  });
  const all = await timed(async () => {
    for (let after = before, page; ; after = page.at(-1).position) {
      page = await store.readAll(after, 1_000);
      if (page.length < 1_000) return total;
    }
  });
  const followed = await timed(async () => {
    for await (const page of store.follow(before, new AbortController().signal)) {
      if (page.at(-1).position === head) return total;
    }
  });
  console.log();
  row('raw client: read all, events', raw, raw);
  row('readAll in pages of 1,000, events', all, raw);
  row('raw client: subscribe to all, events', subscribed, subscribed);
  row('follow, events', followed, subscribed);
  await latency(store);
}

/** From the call of an append until its follower has it. */
async function latency(store) {
  const stop = new AbortController();
  const seen = new Map();
  const following = (async () => {
    for await (const page of store.follow(await store.head(), stop.signal)) {
      for (const { id } of page) seen.get(id)?.(performance.now());
    }
  })();
  const times = [];
  for (let i = 0; i < 200; i++) {
    const [event] = someEvents(1);
    const arrival = new Promise((resolve) => seen.set(event.id, resolve));
    const began = performance.now();
    await store.append(`sample-bench.${randomUUID().replaceAll('-', '')}`, 'none', [event]);
    times.push((await arrival) - began);
    seen.delete(event.id);
  }
  stop.abort();
  await following;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  console.log(`\nappend called → follower has it, one at a time: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

function someEvents(count) {
  return Array.from({ length: count }, () => ({
    id: v7(),
    type: 'sample-recorded',
    schemaVersion: 1,
    shop: 'bench',
    recordedAt: '2026-11-22T12:00:00.000Z',
    effectiveFrom: '2026-11-22T12:00:00.000Z',
    actor: { principal: 'p-1', role: 'operator' },
    commandId: randomUUID(),
    requestHash: 'a'.repeat(64),
    correlation: randomUUID(),
    data,
  }));
}
