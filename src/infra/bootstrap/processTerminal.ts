import type { Interrupt, Terminal } from '../cli/terminal.js';

/** The terminal of this process. Colours only where people look, and not when NO_COLOR says no (no-color.org). */
export function processTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    drawsProgress: process.stderr.isTTY === true,
    colours: process.stdout.isTTY === true && process.stderr.isTTY === true && !process.env['NO_COLOR'],
    interrupt,
    clock: () => performance.now(),
    env: process.env,
  };
}

function interrupt(): Interrupt {
  const stop = new AbortController();
  const heard = () => stop.abort();
  // Heard once: the next time it is the system's, which ends the process.
  process.once('SIGINT', heard);
  return { signal: stop.signal, forget: () => process.off('SIGINT', heard) };
}
