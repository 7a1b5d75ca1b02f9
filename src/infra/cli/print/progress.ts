import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.js';

/** Work that is done sooner shows nothing. */
const PATIENCE_MILLIS = 2_000;
const LINE_EVERY_MILLIS = 2_000;

export interface Progress {
  readonly reached: (done: number, total: number) => void;
  /** Clears what was drawn. */
  readonly end: () => void;
}

/** Says on standard error how far long work is: a bar for people, a plain line every two seconds for a log. */
export function progressOf(what: string, terminal: Terminal): Progress {
  const started = terminal.clock();
  let bar: SingleBar | undefined;
  let lastLine = started;
  const rateOf = (done: number) => Math.round((done * 1000) / (terminal.clock() - started));
  const draw = (done: number, total: number) => {
    if (!bar) {
      const format = `${what} {bar} {percentage} % · {value} of {total} · {rate}/s · {eta_formatted} left`;
      bar = new SingleBar({ format, clearOnComplete: true, stream: process.stderr }, Presets.shades_classic);
      bar.start(total, done, { rate: rateOf(done) });
    }
    bar.setTotal(total);
    bar.update(done, { rate: rateOf(done) });
  };
  const say = (done: number, total: number) => {
    const now = terminal.clock();
    if (now - lastLine < LINE_EVERY_MILLIS) return;
    lastLine = now;
    const rate = rateOf(done);
    const left = rate === 0 ? '' : `, ${Math.ceil((total - done) / rate)} s left`;
    terminal.err(`${what}: ${done} of ${total} (${rate}/s${left})\n`);
  };
  return {
    reached: (done, total) => {
      if (terminal.clock() - started < PATIENCE_MILLIS) return;
      if (terminal.drawsProgress) draw(done, total);
      else say(done, total);
    },
    end: () => bar?.stop(),
  };
}
