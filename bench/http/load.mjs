import { Connection } from './connection.mjs';

/** Milliseconds by share of the requests: { p50, p99 }. */
export function latenciesOf(millis) {
  millis.sort((a, b) => a - b);
  const at = (share) => millis[Math.floor(millis.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

async function overConnections(url, count, work) {
  const connections = await Promise.all(Array.from({ length: count }, () => Connection.open(url)));
  try {
    return await work(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

/**
 * So many clients, each asking again as soon as it is answered, for some time or so many requests.
 * `ask(connection)` asks one thing and says whether the answer counts.
 * @returns { perSecond, counted, p50, p99 }
 */
export function saturate({
  url,
  connections,
  millis = Number.POSITIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
  ask,
}) {
  return overConnections(url, connections, async (all) => {
    const latencies = [];
    let left = most;
    let counted = 0;
    const start = performance.now();
    await Promise.all(
      all.map(async (connection) => {
        while (left > 0 && performance.now() < start + millis) {
          left--;
          const asked = performance.now();
          if (await ask(connection)) counted++;
          latencies.push(performance.now() - asked);
        }
      }),
    );
    return { perSecond: (counted * 1000) / (performance.now() - start), counted, ...latenciesOf(latencies) };
  });
}

/**
 * Asks at an even rate whatever the answers take; a latency counts from the moment its request was due, so that a
 * server that stands still cannot hide it.
 * @returns { perSecond, p50, p99 }
 */
export function pace({ url, connections, perSecond, millis, ask }) {
  return overConnections(url, connections, async (idle) => {
    const latencies = [];
    const due = [];
    const running = new Set();
    const start = performance.now();
    let planned = 0;
    const serve = async (connection) => {
      while (due.length > 0) {
        const at = due.shift();
        await ask(connection);
        latencies.push(performance.now() - at);
      }
      idle.push(connection);
    };
    while (performance.now() < start + millis) {
      for (; start + (planned * 1000) / perSecond <= performance.now(); planned++)
        due.push(start + (planned * 1000) / perSecond);
      while (due.length > 0 && idle.length > 0 && running.size < connections) {
        const serving = serve(idle.pop()).finally(() => running.delete(serving));
        running.add(serving);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(running);
    return { perSecond: (latencies.length * 1000) / (performance.now() - start), ...latenciesOf(latencies) };
  });
}
