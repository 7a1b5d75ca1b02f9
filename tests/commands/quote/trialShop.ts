import { type Command, handle } from '../../../src/commands/command.js';
import { describeProduct } from '../../../src/commands/product/describeProduct.js';
import { draftPromotion } from '../../../src/commands/promotion/describePromotion.js';
import { publishPromotion } from '../../../src/commands/promotion/promotionLife.js';
import { termsRules } from '../../../src/commands/promotion/termsRules.js';
import { type ExplainedQuote, explainQuote } from '../../../src/commands/quote/explainQuote.js';
import { giveQuote, type QuoteAnswer } from '../../../src/commands/quote/giveQuote.js';
import type { QuoteMessage } from '../../../src/commands/quote/quoteMessage.js';
import type { DomainEvent } from '../../../src/domain/kernel/decider.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';
import { InProcessBus } from '../../../src/infra/memory/inProcessBus.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { InMemoryPricingView } from '../../../src/projections/pricing/inMemoryPricingView.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';

const rules = termsRules(() => true);

/** A shop in memory that quotes: commands go to its log, its view follows. */
export class TrialShop {
  readonly store = new MemoryEventStore();
  readonly machine = new TrialMachine();
  readonly view = new InMemoryPricingView(new InProcessBus(this.store));
  readonly #stop = new AbortController();
  readonly #following = this.view.run(this.#stop.signal);

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
    await this.store.close();
  }

  /** Carries out a command and waits until quotes know of it. */
  async told<Message, State, Event extends DomainEvent, Facts>(
    command: Command<Message, State, Event, Facts>,
    message: Message,
  ) {
    const parsed = command.message.parse(message);
    await handle(this, command, aContext(), parsed);
    await this.view.reached(await this.store.head());
  }

  sells(sku: string, unitPrice: number, soldBy: 'piece' | 'weight' = 'piece') {
    return this.told(describeProduct, {
      sku,
      name: sku,
      soldBy,
      unitPrice,
      floorPrice: null,
      categories: [],
      tags: [],
    });
  }

  async offers(promotion: string, terms: Partial<PromotionTerms>): Promise<void> {
    const whole = {
      name: promotion,
      kind: 'fixed-amount',
      benefit: { amountOff: 100 },
      scope: { store: true },
      ...terms,
    };
    await this.told(draftPromotion(rules), { promotion, terms: whole as PromotionTerms });
    await this.told(publishPromotion, { promotion, reason: '试' });
  }

  quote(message: QuoteMessage, context = aContext()): Promise<QuoteAnswer> {
    return giveQuote({ store: this.store, machine: this.machine, view: this.view }, context, message);
  }

  explained(id: string): Promise<ExplainedQuote> {
    return explainQuote(this, 'demo', id);
  }
}
