import type { Fen } from '../../../domain/kernel/money.js';
import type { Priced } from '../shops/pricingShop.js';

/** Sums over all baskets priced. */
export class Tally {
  baskets = 0;
  gross: Fen = 0;
  discount: Fen = 0;
  delivery: Fen = 0;
  net: Fen = 0;
  /** By promotion: in how many baskets, and how much it gave, on goods and delivery. */
  readonly promotions = new Map<string, { baskets: number; gave: Fen }>();

  add({ list, discount, delivery, pay, applied }: Priced): void {
    this.baskets += 1;
    this.gross += list;
    this.discount += discount;
    this.delivery += delivery;
    this.net += pay;
    for (const { offer, amount, delivery } of applied) {
      const before = this.promotions.get(offer) ?? { baskets: 0, gave: 0 };
      this.promotions.set(offer, { baskets: before.baskets + 1, gave: before.gave + amount + delivery });
    }
  }
}
