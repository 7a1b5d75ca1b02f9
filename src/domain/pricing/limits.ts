import type { Fen } from '../kernel/money.js';

/** What a promotion has only so much of; each becomes an allowance (名额). What is absent is unlimited. */
export interface Limits {
  /** Uses in all: one an order. */
  readonly maxUses?: number;
  /** Uses of one customer. */
  readonly perCustomer?: number;
  /** Uses of one customer on one day of the zone. */
  readonly perCustomerDay?: { readonly uses: number; readonly zone: string };
  /** Money it may give, over all orders. */
  readonly budget?: Fen;
  /** Pieces or grams at a flash, member or fixed price, over all orders. */
  readonly stock?: number;
}
