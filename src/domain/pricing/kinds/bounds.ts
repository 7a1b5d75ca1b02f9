import { MAX_BASKET_AMOUNT, MAX_UNIT_PRICE } from '../../kernel/money.js';
import { WHOLE } from '../../kernel/rate.js';
import { integer } from '../../kernel/shape.js';
import { MAX_LINE_GRAMS } from '../../kernel/weight.js';

const MAX_PIECES = 100_000;
export const MAX_STEPS = 20;

/** The numbers benefits are made of, within the bounds of a basket. */
export const amountOff = integer('fen', 1, MAX_BASKET_AMOUNT, 'Money off, in fen');
export const amountReached = integer('fen', 0, MAX_BASKET_AMOUNT, 'Reached from this amount, in fen');
export const unitPrice = integer('fen', 0, MAX_UNIT_PRICE, 'Price of a piece or of 500 g, in fen');
export const percentOff = integer('basis-points', 1, WHOLE, 'Basis points off: 2000 is 8折');
export const pieces = integer('pieces', 1, MAX_PIECES);
export const piecesReached = integer('pieces', 0, MAX_PIECES, 'Reached from this many pieces');
export const grams = integer('grams', 1, MAX_LINE_GRAMS);
export const times = integer('count', 1, MAX_PIECES);
