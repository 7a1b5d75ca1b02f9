import type { StoredEvent } from '../../src/commands/eventStore.js';
import { UnknownEvent } from '../../src/commands/storedEvents.js';
import type { Projection } from '../../src/projections/projection.js';
import { logOf } from './sampleLog.js';

interface Lamp {
  readonly watts: number;
}

/** A small projection to try the machinery with: how bright each lamp is. It cannot fold `broken`, nor show 13 watts. */
export function lampProjection(given: Partial<Projection<Lamp>> = {}): Projection<Lamp> {
  return {
    name: 'lamps',
    version: 1,
    category: 'lamp',
    evolve: (lamp, event) => {
      if (event.type === 'lamp-recalled') throw new UnknownEvent(event);
      if (event.type === 'lamp-broken') throw new RangeError('a broken lamp has no watts');
      return { watts: (lamp?.watts ?? 0) + JSON.parse(event.data).watts };
    },
    table: {
      name: 'lamp',
      columns: { watts: 'integer', colour: 'text' },
      records: ({ document: { watts } }) => {
        if (watts === 13) throw new RangeError('13 watts cannot be shown');
        return [{ watts, colour: watts > 50 ? 'white' : null }];
      },
    },
    details: [
      {
        name: 'lamp_watt',
        columns: { nth: 'integer' },
        records: ({ document }) => Array.from({ length: document.watts }, (_, nth) => ({ nth })),
      },
    ],
    ...given,
  };
}

/** `a5` lights lamp a by 5 watts more, `a!` breaks it, `a?` is of a version to come. */
export function lampLog(words: string): StoredEvent[] {
  const typeOf = (what: string) => (what === '!' ? 'lamp-broken' : what === '?' ? 'lamp-recalled' : 'lamp-lit');
  return logOf(
    ...words.split(' ').map((word) => {
      const what = word.slice(1);
      return [`lamp-demo.${word[0]}`, { type: typeOf(what), data: { watts: Number(what) || 0 } }] as const;
    }),
  );
}
