import { commandIdOf } from '../../../commands/commandId.js';
import type { CommandContext } from '../../../commands/context.js';
import { explainQuote } from '../../../commands/quote/explainQuote.js';
import { giveQuote, priceNow } from '../../../commands/quote/giveQuote.js';
import type { QuoteMessage } from '../../../commands/quote/quoteMessage.js';
import { canonicalJson } from '../../../domain/kernel/canonicalJson.js';
import type { OpenedOrchard } from '../doors.js';
import type { Priced, PricingShop } from './pricingShop.js';

/** Whom the log names as the author of quotes given here. */
const CLI_ACTOR = { principal: 'cli', role: 'order-service' } as const;

/** A shop of an Orchard this process holds: prices come from its view; recorded only when asked for. */
export function openedShop(orchard: OpenedOrchard, shop: string, words: string, records: boolean): PricingShop {
  const { deps } = orchard;
  const preview = (request: QuoteMessage): Priced => {
    const { quote: _, ...basket } = request;
    return priceNow(deps, shop, basket, deps.machine.now()).quote;
  };
  const record = async (request: QuoteMessage): Promise<Priced> => {
    const { id, quote } = await giveQuote(deps, contextOf(orchard, shop, request), request);
    return { ...(quote ?? (await explainQuote(deps, shop, id)).quote), id };
  };
  return {
    words,
    records,
    atOnce: 256,
    price: async (request) => (records ? record(request) : preview(request)),
    productName: (sku) => deps.view.product(shop, sku)?.state.name ?? sku,
    offerName: (id) => {
      const { byId } = deps.view.offersInForce(shop, deps.machine.now());
      return byId.get(id)?.terms.name ?? id;
    },
    close: () => orchard.close(),
  };
}

// A basket that names its quote is the same command when it is sent again; any other is a new one.
function contextOf({ deps: { machine } }: OpenedOrchard, shop: string, request: QuoteMessage): CommandContext {
  const commandId = commandIdOf(shop, CLI_ACTOR.principal, request.quote ?? machine.newId());
  return {
    shop,
    actor: CLI_ACTOR,
    commandId,
    requestHash: machine.sha256(canonicalJson(request)),
    correlation: commandId,
  };
}
