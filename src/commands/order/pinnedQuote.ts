import { streamName } from '../../domain/kernel/stream.js';
import { statusOf } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { QuoteState } from '../../domain/quote/state.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { loadStream } from '../loadStream.js';
import type { CommandDeps } from '../ports.js';
import { type Reckoned, reckonQuote } from '../quote/reckonQuote.js';
import { recordedSources } from '../quote/recordedSources.js';

/** A quote as its own stream has it. */
export async function quoteState({ store }: CommandDeps, shop: string, id: string): Promise<QuoteState> {
  return (await loadStream(store, quoteAggregate, streamName(quoteAggregate.category, shop, id))).state;
}

/** A quote priced again from the log, with the rules and facts it recorded. */
export async function pinnedQuote(deps: CommandDeps, shop: string, { given }: QuoteState): Promise<Reckoned> {
  if (!given) throw new TypeError('a quote that was never given cannot be pinned');
  return reckonQuote(given.request, await recordedSources(deps.store, shop, given), given.at);
}

/** Promotions of a quote that were stopped in an emergency, whenever that was. */
export async function stoppedPromotions({ store }: CommandDeps, shop: string, promotions: readonly string[]) {
  const stopped = await Promise.all(
    promotions.map(async (id) => {
      const stream = streamName(promotionAggregate.category, shop, id);
      const { state } = await loadStream(store, promotionAggregate, stream);
      return statusOf(state) === 'stopped' ? [id] : [];
    }),
  );
  return stopped.flat();
}
