/** Prints a figure, and its ratio to the base of its group. */
export function row(name, rate, base, note = '') {
  const ratio = base === undefined ? '' : (rate / base).toFixed(2);
  console.log(`${name.padEnd(46)}${rate.toFixed(0).padStart(9)}/s ${ratio.padStart(6)} ${note}`);
}

/** How often a second `work` is done by so many callers, each one after the other; `count` is what one is worth. */
export async function rateOf(callers, count, millis, work) {
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let round = 0; performance.now() < began + millis; round++, done += count) await work(caller, round);
    }),
  );
  return (done * 1_000) / (performance.now() - began);
}
