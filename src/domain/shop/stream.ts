import type { Aggregate } from '../kernel/decider.js';
import type { ShopEvent } from './events.js';
import { evolveShop, newShop, type Shop } from './state.js';

export const shopAggregate: Aggregate<Shop, ShopEvent> = { category: 'shop', initial: newShop, evolve: evolveShop };

/** A shop's settings are one stream. */
export const SETTINGS = 'settings';
