import type { Terminal } from '../terminal.js';
import { perSecond } from './perSecond.js';
import type { Report } from './report.js';

/** NDJSON: a line for each basket in order, faults among them, and the sums as the last line. */
export function jsonReport({ out }: Terminal): Report {
  const line = (value: unknown) => out(`${JSON.stringify(value)}\n`);
  return {
    priced: ({ name, place }, priced) => line({ basket: name, place, quote: priced }),
    fault: ({ place, message }) => line({ place, error: message }),
    end: ({ tally, unpriced, millis }) => {
      const { promotions, ...sums } = tally;
      line({
        summary: {
          ...sums,
          unpriced,
          promotions: Object.fromEntries(promotions),
          millis: Math.round(millis),
          quotesPerSecond: perSecond(tally.baskets, millis),
        },
      });
    },
  };
}
