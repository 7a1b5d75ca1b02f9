import { comparePositions, type StoredEvent } from '../../commands/eventStore.js';
import { decode, UnknownEvent } from '../../commands/storedEvents.js';
import type { LocalTime } from '../../domain/kernel/localTime.js';
import { streamParts } from '../../domain/kernel/stream.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import { parkedAt } from '../foldBatch.js';
import type { Checkpoint } from '../viewStore.js';
import type { Addition, Tally } from './analyticsStore.js';
import type { Background } from './background.js';
import { orderCounted, quoteCounted } from './counted.js';
import { type Counted, GRAINS, type Measure, NO_SUMS } from './measures.js';

/** What the clocks of the shops show at an instant. */
export type ShopClock = (instant: string) => LocalTime;

/** Sums that are added to in place: a batch adds some ten thousand times. */
type Growing = Tally & { readonly sums: Record<Measure, number> };

const HOW_MUCH_OF_THE_CLOCK = { hour: 13, day: 10 } as const;
const ORDER_EVENTS: Readonly<Record<string, 'placed' | 'paid' | 'cancelled'>> = {
  'order-placed': 'placed',
  'order-paid': 'paid',
  'order-cancelled': 'cancelled',
};

/** Counts the events after a checkpoint, each under its hour and its day. @throws UnknownEvent */
export async function tallied(
  before: Checkpoint,
  events: readonly StoredEvent[],
  background: Background,
  clock: ShopClock,
): Promise<Addition> {
  const tallies = new Map<string, Growing>();
  const parked = new Map(before.parked.map((stuck) => [stuck.stream, stuck]));
  let to = before.position;
  for (const event of events) {
    if (comparePositions(event.position, to) <= 0) continue;
    to = event.position;
    if (parked.has(event.stream)) continue;
    try {
      const counted = await countedIn(event, background);
      if (counted.length > 0) addTo(tallies, event.shop, clock(event.recordedAt), counted);
    } catch (error) {
      if (error instanceof UnknownEvent || !isOfTheEvent(error)) throw error;
      parked.set(event.stream, parkedAt(event, error));
    }
  }
  return { before, to, parked: [...parked.values()], tallies: [...tallies.values()] };
}

async function countedIn(event: StoredEvent, background: Background): Promise<readonly Counted[]> {
  const { type, stream, shop, revision } = event;
  const { category } = streamParts(stream);
  if (category === 'quote' && type === 'quote-given') {
    const quote = decode(event).data as QuoteGiven;
    return quoteCounted(quote, await background.buying(shop, quote));
  }
  const happened = category === 'order' && Object.hasOwn(ORDER_EVENTS, type) ? ORDER_EVENTS[type] : undefined;
  if (!happened) return [];
  const order = await background.order(stream, revision);
  return orderCounted(happened, order, await background.buyingOf(shop, order.placedWith));
}

function addTo(tallies: Map<string, Growing>, shop: string, time: LocalTime, counted: readonly Counted[]): void {
  for (const per of GRAINS) {
    const period = time.slice(0, HOW_MUCH_OF_THE_CLOCK[per]);
    for (const { by, subject, sums } of counted) {
      const key = `${shop}\n${by}\n${period}\n${subject}`;
      let tally = tallies.get(key);
      if (!tally) {
        tally = { shop, by, per, period, subject, sums: { ...NO_SUMS } };
        tallies.set(key, tally);
      }
      for (const measure in sums) tally.sums[measure as Measure] += sums[measure as Measure]!;
    }
  }
}

// A store that is away says nothing about the event.
function isOfTheEvent(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
