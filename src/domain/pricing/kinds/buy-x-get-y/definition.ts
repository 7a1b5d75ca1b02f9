import { either, flag, type Infer, list, oneOf, optional, record, text } from '../../../kernel/shape.js';
import type { Fault, Language } from '../../kind.js';
import { LANES, type Scope } from '../../offer.js';
import { scopeShape } from '../../scopeShape.js';
import { spokenSize } from '../../sentences/spoken.js';
import { grams, MAX_STEPS, pieces, unitPrice } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { notRising } from '../risingSteps.js';
import { calculation1 } from './calculation1.js';

const placement = oneOf(['in-basket', 'added'], 'The gift is among the lines, or is added to them');
const sku = text(60, undefined, 'The product added');
const value = { ...unitPrice, about: 'What a piece or 500 g of the gift is said to be worth, in fen' } as const;

const bundle = record({
  buy: record({ quantity: optional(pieces), grams: optional(grams) }),
  get: record({
    quantity: optional(pieces),
    grams: optional(grams),
    placement,
    scope: optional(scopeShape),
    sku: optional(sku),
    unitPrice: optional(value),
  }),
  repeat: optional(flag()),
  maxFree: optional(pieces),
});
const ladder = record({
  ladder: list(record({ buy: pieces, get: pieces }), 1, MAX_STEPS),
  repeat: optional(oneOf(['greedy'], 'The highest step as often as it fits, then lower steps on the rest')),
  placement,
  sku: optional(sku),
  unitPrice: optional(value),
  maxFree: optional(pieces),
});
const benefit = either(bundle, ladder);

export type Bundle = Infer<typeof bundle>;
export type GiftLadder = Infer<typeof ladder>;
export type BuyXGetY = Bundle | GiftLadder;

/** 买赠: buy some, get some free, of the same or other goods, among the lines or added to them. */
export const buyXGetY = defineKind({
  definition: {
    kind: 'buy-x-get-y',
    name: { zh: '买赠', en: 'Buy some, get some' },
    lane: LANES.items,
    level: 'line',
    benefit,
    faults: ({ benefit }) => ('ladder' in benefit ? notRising(benefit.ladder, 'buy', 'get') : bundleFaults(benefit)),
    sentence,
  },
  levels: ['line'],
  versions: { 1: calculation1 },
  giftScope: (benefit) =>
    'get' in benefit && benefit.get.placement === 'in-basket' ? (benefit.get.scope as Scope | undefined) : undefined,
});

function bundleFaults({ buy, get }: Bundle): Fault[] {
  return [...sizeFaults('/benefit/buy', buy), ...sizeFaults('/benefit/get', get), ...placementFaults(get)];
}

function sizeFaults(pointer: string, size: { readonly quantity?: number; readonly grams?: number }): Fault[] {
  const named = Number(size.quantity !== undefined) + Number(size.grams !== undefined);
  return named === 1 ? [] : [{ pointer, code: 'QUANTITY_OR_GRAMS', message: 'Name either a quantity or grams.' }];
}

function placementFaults({ placement, scope, sku }: Bundle['get']): Fault[] {
  if (placement === 'added' && scope) {
    return [
      { pointer: '/benefit/get/scope', code: 'ONLY_IN_BASKET', message: 'An added gift is a product: name its sku.' },
    ];
  }
  if (placement === 'in-basket' && sku !== undefined) {
    return [{ pointer: '/benefit/get/sku', code: 'ONLY_ADDED', message: 'A gift in the basket is named by a scope.' }];
  }
  return [];
}

function sentence(benefit: BuyXGetY, language: Language): string {
  const step = (buy: string, get: string) => (language === 'zh' ? `买${buy}送${get}` : `buy ${buy}, get ${get} free`);
  const size = (of: { readonly quantity?: number; readonly grams?: number }) => spokenSize(of, language);
  if (!('ladder' in benefit)) return step(size(benefit.buy), size(benefit.get));
  return benefit.ladder
    .map(({ buy, get }) => step(size({ quantity: buy }), size({ quantity: get })))
    .join(language === 'zh' ? '，' : ', ');
}
