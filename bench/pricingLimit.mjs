/**
 * What no engine can beat here: a loop that knows the offers of the bench, does the look-ups, the arithmetic and a
 * result object for the same matches, and nothing else: no conditions of audience, no choice of the best, no floors,
 * no reasons, no checks. Offers are applied as they are met.
 */
export function compileLimit(offers) {
  const bySku = new Map();
  const byCategory = new Map();
  const storeWide = [];
  for (const offer of offers) {
    const flat = flatten(offer);
    if (offer.scope.skus) for (const sku of offer.scope.skus) push(bySku, sku, flat);
    else if (offer.scope.categories) for (const category of offer.scope.categories) push(byCategory, category, flat);
    else storeWide.push(flat);
  }
  return { bySku, byCategory, storeWide };
}

export function priceAtLimit(index, basket) {
  const { lines } = basket;
  const count = lines.length;
  const quoted = new Array(count);
  const applied = [];
  let list = 0;
  let goods = 0;
  for (let at = 0; at < count; at++) {
    const line = lines[at];
    const amount = line.unitPrice * line.quantity;
    let pay = amount;
    const ofSku = index.bySku.get(line.sku);
    if (ofSku !== undefined) for (let i = 0; i < ofSku.length; i++) pay -= give(ofSku[i], line, pay, applied);
    const ofCategory = index.byCategory.get(line.categories[0]);
    if (ofCategory !== undefined)
      for (let i = 0; i < ofCategory.length; i++) pay -= give(ofCategory[i], line, pay, applied);
    quoted[at] = { id: line.id, sku: line.sku, list: amount, discount: amount - pay, pay };
    list += amount;
    goods += pay;
  }
  let delivery = basket.delivery;
  for (let i = 0; i < index.storeWide.length; i++) {
    const offer = index.storeWide[i];
    if (offer.code === FREE_DELIVERY) {
      if (goods >= offer.from) {
        applied.push({ offer: offer.id, amount: delivery });
        delivery = 0;
      }
      continue;
    }
    const amount = offer.code === PERCENT ? Math.floor((goods * offer.rate + 5000) / 10000) : rung(offer, goods);
    if (amount === 0) continue;
    applied.push({ offer: offer.id, amount });
    // Shared over the lines by what they cost, the last one takes the rest.
    let left = amount;
    for (let at = 0; at < count; at++) {
      const line = quoted[at];
      const share = at === count - 1 ? left : Math.floor((amount * line.pay) / goods);
      left -= share;
      line.pay -= share;
      line.discount += share;
    }
    goods -= amount;
  }
  return { list, discount: list - goods, goods, delivery, pay: goods + delivery, lines: quoted, applied };
}

const PERCENT = 1;
const PRICE = 2;
const NTH = 3;
const GIFT = 4;
const UNIT_OFF = 5;
const LADDER = 6;
const GROUP = 7;
const FREE_DELIVERY = 8;

function give(offer, line, pay, applied) {
  const amount = amountOf(offer, line, pay);
  if (amount > 0) applied.push({ offer: offer.id, amount });
  return amount;
}

function amountOf(offer, line, pay) {
  switch (offer.code) {
    case PERCENT:
      return Math.floor((pay * offer.rate + 5000) / 10000);
    case PRICE:
      return Math.max(0, pay - offer.price * line.quantity);
    case NTH: {
      const cheaper = Math.floor(line.quantity / offer.nth);
      return Math.floor((pay * cheaper * offer.rate) / (line.quantity * 10000) + 0.5);
    }
    case GIFT: {
      const free = Math.floor(line.quantity / offer.bundle) * offer.free;
      return Math.floor((pay * free) / line.quantity + 0.5);
    }
    case UNIT_OFF:
      return Math.min(pay, offer.amount * line.quantity);
    case GROUP:
      return Math.min(pay, Math.floor(line.quantity / offer.size) * offer.size * offer.amount);
    default:
      return Math.min(pay, rung(offer, pay));
  }
}

function rung({ ladder }, amount) {
  let off = 0;
  for (let i = 0; i < ladder.length; i++) if (amount >= ladder[i].from) off = ladder[i].amountOff;
  return off;
}

function flatten({ id, kind, benefit, when }) {
  switch (kind) {
    case 'percentage':
      return { id, code: PERCENT, rate: benefit.percentOffBp };
    case 'flash-sale':
    case 'member-price':
      return { id, code: PRICE, price: benefit.price };
    case 'nth-item':
      return { id, code: NTH, nth: benefit.nth, rate: benefit.percentOffBp };
    case 'buy-x-get-y':
      return { id, code: GIFT, bundle: benefit.buy.quantity + benefit.get.quantity, free: benefit.get.quantity };
    case 'fixed-amount':
      return { id, code: UNIT_OFF, amount: benefit.amountOff };
    case 'quantity-group':
      return { id, code: GROUP, size: benefit.groupSize, amount: benefit.amountOffEach };
    case 'free-shipping':
      return { id, code: FREE_DELIVERY, from: when.minAmount };
    default:
      return { id, code: LADDER, ladder: benefit.ladder };
  }
}

function push(map, key, value) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
