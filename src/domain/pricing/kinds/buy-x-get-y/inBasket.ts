import type { Fen } from '../../../kernel/money.js';
import { mulDiv } from '../../../kernel/mulDiv.js';
import type { Explained, Goods, Parts, Setting, Yield } from '../../calculation.js';
import { type Choosable, choosePieces, inChoiceOrder } from '../../choosePieces.js';
import { belowGrams, belowQuantity } from '../../nothing.js';
import type { Line } from '../../purchase.js';
import type { Shortfall } from '../../quote.js';
import { limited } from './added.js';
import { climbByCount } from './countLadder.js';
import type { Bundle, GiftLadder } from './definition.js';
import { freeCount, leftOfBoth, missingForOne, type Stock } from './freeCount.js';

/** Gifts among the lines: of the gift's scope if it has one, else of the promotion's own goods. */
export function freeByBundle({ buy, get, repeat, maxFree }: Bundle, goods: Goods, setting: Setting): Yield {
  const { partGift } = setting.policies;
  const buys = buy.grams ?? buy.quantity!;
  const gives = get.grams ?? get.quantity!;
  const stock = stockOf(goods, buy.grams !== undefined, get.grams !== undefined);
  const most = freeCount(stock, { buys, gives, once: !repeat, partGift });
  const facts = () => ({ bought: stock.buyOnly + stock.both, buy, get, partGift });
  if (most === 0) {
    const { grams, quantity = 0 } = missingFor(partGift ? 1 : gives, { buy, get }, stock);
    return grams === undefined ? belowQuantity(quantity, facts) : belowGrams(grams, facts);
  }
  const free = limited(most, gives, maxFree, partGift);
  if (free === 0) return { gives: 'nothing', reason: 'no-room', facts };
  // What has to be bought for as much as is free is not given; the rest of those goods may be.
  const sharesGoods = unitOf(buy) === unitOf(get);
  const fromBoth = sharesGoods ? leftOfBoth(stock, Math.ceil(free / gives) * buys) : Number.POSITIVE_INFINITY;
  const next = free + (partGift ? 1 : gives);
  return given(free, fromBoth, goods, get.grams !== undefined, setting, {
    facts: () => ({ bought: stock.buyOnly + stock.both, buy, get, partGift, free }),
    nextRung: () =>
      !repeat || (maxFree !== undefined && next > maxFree)
        ? undefined
        : { shortfall: missingFor(next, { buy, get }, stock), gives: { [unitOf(get)]: next - free } },
  });
}

/**
 * The least more in the basket that makes so much free. What is bought and given by one measure is counted together;
 * of two measures only one can be named: first what is to be bought.
 */
function missingFor(free: number, { buy, get }: Pick<Bundle, 'buy' | 'get'>, stock: Stock): Shortfall {
  const bundles = Math.ceil(free / (get.grams ?? get.quantity!));
  const buys = bundles * (buy.grams ?? buy.quantity!);
  const bought = stock.buyOnly + stock.both;
  if (unitOf(buy) === unitOf(get)) return { [unitOf(buy)]: missingForOne(stock, buys, free) };
  return bought < buys ? { [unitOf(buy)]: buys - bought } : { [unitOf(get)]: free - stock.giftOnly };
}

function unitOf({ grams }: Bundle['buy']): 'grams' | 'quantity' {
  return grams === undefined ? 'quantity' : 'grams';
}

/** A gift ladder: each step takes what it asks and what it gives. */
export function freeByLadder(benefit: GiftLadder, goods: Goods, setting: Setting): Yield {
  const { partGift } = setting.policies;
  const count = goods.lines.reduce((sum, line) => sum + line.pieces, 0);
  const climbed = climbByCount(benefit, count, ({ buy, get }) => buy + get);
  const most = Math.max(0, climbed.get + (partGift ? partOfStep(benefit, climbed) : 0));
  const facts = () => ({ bought: count, ladder: benefit.ladder, times: climbed.times });
  if (most === 0) {
    const first = benefit.ladder[0]!;
    return belowQuantity(first.buy + (partGift ? 1 : first.get) - count, facts);
  }
  const free = Math.min(most, benefit.maxFree ?? most);
  return given(free, Number.POSITIVE_INFINITY, goods, false, setting, { facts, nextRung: () => undefined });
}

function partOfStep(
  { ladder, repeat }: GiftLadder,
  { rest, get }: { readonly rest: number; readonly get: number },
): number {
  if (!repeat && get > 0) return 0;
  let part = 0;
  for (const step of ladder) if (rest > step.buy) part = Math.max(part, Math.min(step.get, rest - step.buy));
  return part;
}

/** As much as it gives now, of the dearest goods. */
export function mostFree({ gifts = [] }: Parts, goods: Goods): Fen {
  const weighs = gifts[0]?.grams !== undefined;
  const free = gifts.reduce((sum, { quantity, grams }) => sum + (quantity ?? grams ?? 0), 0);
  const candidates = candidatesOf(goods.giftLines, weighs);
  const dearest = choosePieces(candidates, free, goods.prices, 'dearest');
  // Each line may round up once more than here.
  return dearest.reduce(
    (sum, { candidate, units }) => sum + mulDiv(goods.prices[candidate.line.at]!, units, candidate.of, 'up'),
    candidates.length,
  );
}

// What can be weighed and counted is one good: buying by one measure and giving by the other shares nothing but it.
function stockOf(goods: Goods, buysGrams: boolean, givesGrams: boolean): Stock {
  const sizeOf = (line: Line, grams: boolean) => (grams ? line.grams : line.pieces);
  let buyOnly = 0;
  let both = 0;
  let giftOnly = 0;
  for (const line of goods.lines) {
    if (buysGrams === givesGrams && goods.giftLines.includes(line)) both += sizeOf(line, buysGrams);
    else if (buysGrams === givesGrams || !goods.giftLines.includes(line) || sizeOf(line, givesGrams) === 0)
      buyOnly += sizeOf(line, buysGrams);
  }
  for (const line of goods.giftLines) {
    if (buysGrams !== givesGrams || !goods.lines.includes(line)) giftOnly += sizeOf(line, givesGrams);
  }
  return { buyOnly, both, giftOnly };
}

function candidatesOf(lines: readonly Line[], weighs: boolean): Choosable[] {
  const candidates: Choosable[] = [];
  for (const line of lines) {
    const size = weighs ? line.grams : line.pieces;
    if (size > 0) candidates.push({ line, units: size, of: size, unit: 1 });
  }
  return candidates;
}

function given(
  free: number,
  fromBoth: number,
  goods: Goods,
  weighs: boolean,
  setting: Setting,
  { facts, nextRung }: Required<Explained>,
): Parts {
  const taken: { readonly line: Line; readonly size: number; readonly amount: Fen }[] = [];
  let left = free;
  let leftOfBoth = fromBoth;
  const candidates = candidatesOf(goods.giftLines, weighs);
  for (const { line, units, of } of inChoiceOrder(candidates, goods.prices, setting.policies.giftChoice)) {
    const isBought = goods.lines.includes(line);
    const size = Math.min(left, units, isBought ? leftOfBoth : left);
    if (size === 0) continue;
    left -= size;
    if (isBought) leftOfBoth -= size;
    taken.push({ line, size, amount: mulDiv(goods.prices[line.at]!, size, of) });
  }
  taken.sort((a, b) => a.line.at - b.line.at);
  return {
    gives: 'parts',
    lines: taken.map(({ line }) => line),
    amounts: taken.map(({ amount }) => amount),
    gifts: taken.map(({ line, size }) => (weighs ? { line, grams: size } : { line, quantity: size })),
    facts,
    nextRung,
  };
}
