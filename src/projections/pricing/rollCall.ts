import type { Position } from '../../commands/eventStore.js';

/** What a process that reckons prices tells the others. */
export interface ToldOfPrices {
  /** Of the process, for as long as it lives. */
  readonly id: string;
  /** How far it has followed the log. */
  readonly position: Position;
  /** Position of the last change of rules it prices with. */
  readonly rules: Position;
}

export interface PricingProcess extends ToldOfPrices {
  /** Since it last told. */
  readonly silentMillis: number;
}

/**
 * Processes that reckon prices, as they tell each other every second. One that fell silent without leaving is named for
 * a minute: nobody knows what it does.
 */
export interface RollCall {
  tell(mine: ToldOfPrices): Promise<void>;
  leave(id: string): Promise<void>;
  /** In the order of their ids. */
  all(): Promise<readonly PricingProcess[]>;
}
