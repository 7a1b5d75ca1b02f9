import { repriceProduct } from '../../../src/commands/product/repriceProduct.js';
import { revisePromotion } from '../../../src/commands/promotion/describePromotion.js';
import { pausePromotion, resumePromotion, stopPromotion } from '../../../src/commands/promotion/promotionLife.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';
import type { Client } from '../client.js';
import { RULES, SKUS } from './shopAtFirst.js';
import { wantedOf } from './wantedCommands.js';

/** Somebody who changes prices, limits and what is on offer while the sale runs. */
export class Operator {
  constructor(
    private readonly client: Client,
    private readonly promotions: Readonly<Record<string, PromotionTerms>>,
  ) {}

  async work(): Promise<void> {
    const { dice } = this.client;
    const promotion = dice.pick(Object.keys(this.promotions));
    await dice.weighted<() => Promise<unknown>>([
      [() => this.#limit(promotion), 50],
      [() => this.#reprice(), 20],
      [() => this.#pause(promotion), 20],
      [() => this.client.ask(wantedOf(stopPromotion, this.client.key('stop'), { promotion, reason: '停' })), 16],
    ])();
  }

  async #limit(promotion: string): Promise<void> {
    const { dice } = this.client;
    const terms = this.promotions[promotion]!;
    const scaled = (limit: number) => Math.max(1, Math.round((limit * dice.between(2, 20)) / 10));
    const { maxUses, stock, budget } = terms.limits ?? {};
    const limits = {
      ...terms.limits,
      ...(maxUses !== undefined && { maxUses: scaled(maxUses) }),
      ...(stock !== undefined && { stock: scaled(stock) }),
      ...(budget !== undefined && { budget: scaled(budget) }),
    };
    const message = { promotion, terms: { ...terms, limits }, reason: '调' };
    await this.client.ask(wantedOf(revisePromotion(RULES), this.client.key('revise'), message));
  }

  async #reprice(): Promise<void> {
    const { dice } = this.client;
    const message = { sku: dice.pick(SKUS), unitPrice: dice.between(300, 900) };
    await this.client.ask(wantedOf(repriceProduct, this.client.key('reprice'), message));
  }

  async #pause(promotion: string): Promise<void> {
    await this.client.ask(wantedOf(pausePromotion, this.client.key('pause'), { promotion }));
    await this.client.wait(this.client.dice.between(1, 300) * 1_000);
    await this.client.ask(wantedOf(resumePromotion, this.client.key('resume'), { promotion }));
  }
}
