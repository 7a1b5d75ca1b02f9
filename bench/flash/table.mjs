// The figures of a flash sale as people read them, each with its goal.

const perSecond = (rate) => `${Math.round(rate)}/s`;
const millis = (time) => `${time.toFixed(1)} ms`;
const ratio = (part) => part.toFixed(2);

export function table({ store, inProcess, http, refusals, orders, quotes, coldLoad, oversold }) {
  const rows = [
    ['log: an event a commit', perSecond(store.singlePerSecond), ''],
    ['log: 256 events a commit', perSecond(store.batchedPerSecond), ''],
    ['holds in process', perSecond(inProcess.confirmedPerSecond), ''],
    ['  of the batched log', ratio(inProcess.ratioToBatched), '≥ 0.30'],
    ['  p99 at half that rate', millis(inProcess.p99Millis), '≤ 50 ms'],
    ['holds over HTTP', perSecond(http.confirmedPerSecond), '≥ 5,000/s'],
    [`  of bare node:http (${perSecond(http.barePerSecond)})`, ratio(http.ratioToBare), '≥ 0.35'],
    ['  p99 at half that rate', millis(http.p99Millis), '≤ 50 ms'],
    ['refusals in process', perSecond(refusals.inProcessPerSecond), '≥ 100,000/s'],
    ['refusals over HTTP', perSecond(refusals.httpPerSecond), '≥ 8,000/s'],
    [`  of bare node:http (${perSecond(refusals.barePerSecond)})`, ratio(refusals.ratioToBare), '≥ 0.35'],
    ['durable quotes over HTTP', perSecond(quotes.httpPerSecond), '≥ 4,000/s'],
    [`  of bare node:http (${perSecond(quotes.barePerSecond)})`, ratio(quotes.ratioToBare), '≥ 0.30'],
    ['orders with a hold over HTTP', perSecond(orders.httpPerSecond), ''],
    [`cold load of ${coldLoad.events} events`, millis(coldLoad.millis), '≤ 500 ms'],
    ['oversold', String(oversold), '0'],
  ];
  return rows.map(([name, value, goal]) => `${name.padEnd(44)}${value.padStart(12)}  ${goal}`.trimEnd()).join('\n');
}
