import type { Fault } from './kind.js';
import { type Kinds, REGISTERED } from './kinds/registry.js';
import type { Scope, Terms } from './offer.js';
import { scheduleFaults } from './scheduleFaults.js';

type Rule = (terms: Terms, kinds: Kinds) => readonly Fault[];

const kindIsKnown: Rule = ({ kind }, kinds) =>
  kinds.has(kind)
    ? []
    : [
        {
          pointer: '/kind',
          code: 'UNKNOWN_KIND',
          message: `No kind is called ${kind}; there are ${[...kinds.keys()].join(', ')}.`,
        },
      ];

const benefitMakesSense: Rule = (terms, kinds) => kinds.get(terms.kind)?.definition.faults(terms) ?? [];

const ratesAreRates: Rule = ({ benefit }) => rateFaults(benefit, '/benefit');

const scopeIsOneOfThree: Rule = ({ scope }) => scopeFaults(scope, '/scope');

const giftScopeIsOneOfThree: Rule = ({ kind, benefit }, kinds) => {
  const scope = kinds.get(kind)?.giftScope?.(benefit);
  return scope ? scopeFaults(scope, '/benefit/get/scope') : [];
};

const levelIsSupported: Rule = ({ kind, level }, kinds) => {
  const levels = kinds.get(kind)?.levels;
  if (level === undefined || !levels || levels.includes(level)) return [];
  return [
    { pointer: '/level', code: 'LEVEL_NOT_SUPPORTED', message: `${kind} is reckoned at level ${levels.join(' or ')}.` },
  ];
};

const capIsAboveZero: Rule = ({ cap }) =>
  cap === undefined || cap > 0
    ? []
    : [
        {
          pointer: '/cap',
          code: 'CAP_NOT_ABOVE_ZERO',
          message: 'A cap must be at least 1 fen; leave it out for none.',
        },
      ];

const KINDS_WITH_STOCK = ['flash-sale', 'member-price', 'fixed-price'];

const stockIsOfAPrice: Rule = ({ kind, limits }) =>
  limits?.stock === undefined || KINDS_WITH_STOCK.includes(kind)
    ? []
    : [
        {
          pointer: '/limits/stock',
          code: 'ONLY_FOR_UNIT_PRICES',
          message: `A stock is of ${KINDS_WITH_STOCK.join(', ')}; limit ${kind} by maxUses or budget.`,
        },
      ];

const listsAreNotEmpty: Rule = ({ channels, orderModes, audience }) =>
  Object.entries({
    '/channels': channels,
    '/orderModes': orderModes,
    '/audience/tiers': audience?.tiers,
    '/audience/segments': audience?.segments,
  }).flatMap(([pointer, list]) =>
    list?.length === 0
      ? [{ pointer, code: 'EMPTY_LIST', message: 'Nobody is named, so it never applies: name some or leave it out.' }]
      : [],
  );

const audienceCanExist: Rule = ({ audience }) =>
  audience?.newCustomer !== undefined &&
  audience.orderNumber !== undefined &&
  audience.newCustomer !== (audience.orderNumber === 1)
    ? [
        {
          pointer: '/audience/orderNumber',
          code: 'AUDIENCE_CANNOT_EXIST',
          message: 'A new customer is one whose order number is 1.',
        },
      ]
    : [];

const amountsCanBeReached: Rule = ({ when }) =>
  when?.minAmount !== undefined && when.amountOver !== undefined
    ? [
        {
          pointer: '/when/amountOver',
          code: 'ONE_AMOUNT_ONLY',
          message: 'Name either minAmount (at least) or amountOver (more than).',
        },
      ]
    : [];

const scheduleOpens: Rule = ({ schedule }) => (schedule ? scheduleFaults(schedule) : []);

/** Every rule that terms alone can break. A new one is one function and one line. */
const RULES: readonly Rule[] = [
  kindIsKnown,
  benefitMakesSense,
  ratesAreRates,
  scopeIsOneOfThree,
  giftScopeIsOneOfThree,
  levelIsSupported,
  capIsAboveZero,
  listsAreNotEmpty,
  stockIsOfAPrice,
  audienceCanExist,
  amountsCanBeReached,
  scheduleOpens,
];

/** Every fault of terms whose shape the doors have checked; none means they can be drafted. */
export function termsFaults(terms: Terms, kinds: Kinds = REGISTERED): Fault[] {
  return RULES.flatMap((rule) => rule(terms, kinds));
}

function scopeFaults(scope: Scope, pointer: string): Fault[] {
  const named = [scope.store, scope.categories, scope.skus].filter((part) => part !== undefined).length;
  const empty = scope.categories?.length === 0 || scope.skus?.length === 0;
  if (named === 0 || empty) {
    return [{ pointer, code: 'EMPTY_SCOPE', message: 'Name the store, categories or SKUs it is for.' }];
  }
  if (named > 1)
    return [{ pointer, code: 'MORE_THAN_ONE_SCOPE', message: 'Name only one of store, categories and skus.' }];
  const excluded = scope.skus?.every((sku) => scope.except?.skus?.includes(sku));
  return excluded
    ? [{ pointer: `${pointer}/except`, code: 'EMPTY_SCOPE', message: 'Everything in scope is excluded.' }]
    : [];
}

// Rates stand in several places of several kinds, under one name.
function rateFaults(value: unknown, pointer: string): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const at = `${pointer}/${field}`;
    if (field !== 'percentOffBp') return rateFaults(inner, at);
    const isRate = Number.isInteger(inner) && inner > 0 && inner <= 10_000;
    return isRate
      ? []
      : [{ pointer: at, code: 'RATE_OUT_OF_RANGE', message: 'A rate off is 1 to 10,000 basis points; 8折 is 2000.' }];
  });
}
