/**
 * What no engine can beat here: a loop written for the offers of this bench alone. It does the look-ups, the arithmetic
 * (largest remainder, floors, rounding) and a result object of the same content for the same matches, and nothing else:
 * no choice of the best set, no policies, groups, schedules, channels, caps, weights, nor checks. Every offer is taken
 * in its order, which is the best set for most baskets; `pricing.mjs` counts on how many its result is the engine's to
 * the byte, so that neither may leave work out.
 */
export function compileLimit(offers) {
  const bySku = new Map();
  const byCategory = new Map();
  const storeWide = [];
  const ranked = offers
    .map(flatten)
    .sort((a, b) => a.lane - b.lane || b.priority - a.priority || compareIds(a.id, b.id));
  for (let rank = 0; rank < ranked.length; rank++) {
    const flat = ranked[rank];
    flat.rank = rank;
    if (flat.scope.skus) push(bySku, flat.scope.skus[0], flat);
    else if (flat.scope.categories) push(byCategory, flat.scope.categories[0], flat);
    else storeWide.push(flat);
  }
  return { bySku, byCategory, storeWide };
}

export function priceAtLimit(index, basket) {
  const { lines } = basket;
  const tier = basket.buyer.tier;
  const count = lines.length;
  const matches = [];
  const met = [];
  const all = new Array(count);
  const pays = new Array(count);
  const floors = new Array(count);
  const quoted = new Array(count);
  let list = 0;
  for (let at = 0; at < count; at++) {
    const line = lines[at];
    const amount = line.unitPrice * line.quantity;
    list += amount;
    all[at] = at;
    pays[at] = amount;
    floors[at] = line.floorPrice === undefined ? 0 : line.floorPrice * line.quantity;
    quoted[at] = { id: line.id, sku: line.sku, list: amount, discount: 0, pay: amount, shares: undefined };
    const ofSku = index.bySku.get(line.sku);
    if (ofSku !== undefined) for (let i = 0; i < ofSku.length; i++) insert(matches, ofSku[i], [at]);
    const ofCategory = index.byCategory.get(line.categories[0]);
    if (ofCategory === undefined) continue;
    const known = met.indexOf(ofCategory);
    if (known >= 0) met[known + 1].push(at);
    else {
      const lineNumbers = [at];
      met.push(ofCategory, lineNumbers);
      for (let i = 0; i < ofCategory.length; i++) insert(matches, ofCategory[i], lineNumbers);
    }
  }
  for (let i = 0; i < index.storeWide.length; i++) insert(matches, index.storeWide[i], all);

  const run = {
    lines,
    pays,
    floors,
    quoted,
    goods: list,
    delivery: basket.delivery,
    gifts: [],
    applied: [],
    refused: [],
  };
  const wrongTier = [];
  for (let i = 0; i < matches.length; i += 2) {
    const offer = matches[i];
    if (offer.tiers !== undefined && !offer.tiers.includes(tier)) {
      wrongTier.push({ offer: offer.id, kind: offer.kind, reason: 'wrong-tier', facts: { needs: offer.tiers } });
    } else apply(offer, matches[i + 1], run);
  }
  const { goods, delivery } = run;
  for (let at = 0; at < count; at++) {
    const line = quoted[at];
    line.pay = pays[at];
    line.discount = line.list - line.pay;
    if (line.shares === undefined) line.shares = NO_SHARES;
  }
  for (let i = 0; i < wrongTier.length; i++) run.refused.push(wrongTier[i]);
  return {
    list,
    discount: list - goods,
    goods,
    delivery,
    pay: goods + delivery,
    lines: quoted,
    gifts: run.gifts,
    applied: run.applied,
    refused: run.refused,
    proven: true,
  };
}

const NO_SHARES = {};
const PERCENT = 1;
const PRICE = 2;
const NTH = 3;
const GIFT = 4;
const UNIT_OFF = 5;
const LADDER = 6;
const GROUP = 7;
const FREE_DELIVERY = 8;

function apply(offer, of, run) {
  switch (offer.code) {
    case PERCENT:
      return percent(offer, of, run);
    case PRICE:
      return price(offer, of[0], run);
    case NTH:
      return nth(offer, of, run);
    case GIFT:
      return gift(offer, of[0], run);
    case UNIT_OFF:
      return unitOff(offer, of[0], run);
    case GROUP:
      return group(offer, of, run);
    case LADDER:
      return ladder(offer, of, run);
    default:
      return freeDelivery(offer, run);
  }
}

function percent(offer, of, run) {
  const { pays } = run;
  let base = 0;
  if (offer.level === 'order') {
    for (let i = 0; i < of.length; i++) base += pays[of[i]];
    const amount = share(offer, of, rounded(base * offer.rate, 10_000), run);
    const exact = base * offer.rate;
    const facts = { base, percentOffBp: offer.rate, percentBase: 'running' };
    if (exact % 10_000 !== 0) {
      const fraction = String(exact % 10_000)
        .padStart(4, '0')
        .replace(/0+$/, '');
      facts.exact = `${Math.floor(exact / 10_000)}.${fraction}`;
      facts.rounded = amount;
    }
    return gave(offer, amount, 0, facts, undefined, run);
  }
  let amount = 0;
  for (let i = 0; i < of.length; i++) {
    base += pays[of[i]];
    amount += take(offer, of[i], rounded(pays[of[i]] * offer.rate, 10_000), run);
  }
  const facts = { base, percentOffBp: offer.rate, percentBase: 'running', level: 'line', productBase: 'currentPrice' };
  return amount > 0 ? gave(offer, amount, 0, facts, undefined, run) : refuse(offer, 'no-room', undefined, facts, run);
}

function price(offer, at, run) {
  const off = run.pays[at] - offer.price * run.lines[at].quantity;
  const amount = off > 0 ? take(offer, at, off, run) : 0;
  if (amount === 0) return refuse(offer, 'no-room', undefined, { price: offer.price }, run);
  return gave(offer, amount, 0, reckoned({ price: offer.price }, off, amount, [at], run), undefined, run);
}

function nth(offer, of, run) {
  const { pays, lines } = run;
  let pieces = 0;
  for (let i = 0; i < of.length; i++) pieces += lines[of[i]].quantity;
  const cheaper = Math.floor(pieces / offer.nth);
  const missing = { quantity: offer.nth - (pieces % offer.nth) };
  if (cheaper === 0) {
    const facts = { pieces, nth: offer.nth, percentOffBp: offer.rate };
    return refuse(offer, 'quantity-not-met', missing, facts, run);
  }
  // Cheapest pieces first, then in line order.
  const order =
    of.length === 1 ? of : of.toSorted((a, b) => pays[a] * lines[b].quantity - pays[b] * lines[a].quantity || a - b);
  const units = new Array(lines.length).fill(0);
  let left = cheaper;
  for (let i = 0; i < order.length && left > 0; i++) {
    units[order[i]] = Math.min(left, lines[order[i]].quantity);
    left -= units[order[i]];
  }
  const chosen = Object.create(null);
  let amount = 0;
  for (let i = 0; i < of.length; i++) {
    const at = of[i];
    if (units[at] === 0) continue;
    chosen[lines[at].id] = units[at];
    amount += take(offer, at, rounded(pays[at] * units[at] * offer.rate, lines[at].quantity * 10_000), run);
  }
  const facts = { nth: offer.nth, percentOffBp: offer.rate, pieces, cheaper, chosen };
  return gave(offer, amount, 0, facts, { shortfall: missing, gives: { percentOffBp: offer.rate } }, run);
}

function gift(offer, at, run) {
  const bought = run.lines[at].quantity;
  const free = Math.floor(bought / offer.bundle);
  const { buy, get } = offer;
  const shortfall = { quantity: (free + 1) * offer.bundle - bought };
  if (free === 0) {
    return refuse(offer, 'quantity-not-met', shortfall, { bought, buy, get, partGift: false }, run);
  }
  const off = rounded(run.pays[at] * free, bought);
  const amount = take(offer, at, off, run);
  const facts = { bought, buy, get, partGift: false, free };
  if (amount === 0) return refuse(offer, 'no-room', undefined, facts, run);
  run.gifts.push({ offer: offer.id, line: run.lines[at].id, quantity: free });
  const nextRung = { shortfall, gives: { quantity: 1 } };
  return gave(offer, amount, 0, reckoned(facts, off, amount, [at], run), nextRung, run);
}

function unitOff(offer, at, run) {
  const off = offer.amount * run.lines[at].quantity;
  const amount = take(offer, at, off, run);
  const facts = { amountOff: offer.amount, level: 'unit' };
  if (amount === 0) return refuse(offer, 'no-room', undefined, facts, run);
  return gave(offer, amount, 0, reckoned(facts, off, amount, [at], run), undefined, run);
}

function group(offer, of, run) {
  const { lines } = run;
  let pieces = 0;
  for (let i = 0; i < of.length; i++) pieces += lines[of[i]].quantity;
  const inGroups = pieces - (pieces % offer.size);
  const shortfall = { quantity: offer.size - (pieces % offer.size) };
  const facts = { pieces, groupSize: offer.size, amountOffEach: offer.amount, groups: inGroups / offer.size };
  if (inGroups === 0) return refuse(offer, 'quantity-not-met', shortfall, facts, run);
  let left = inGroups;
  let amount = 0;
  for (let i = 0; i < of.length; i++) {
    const units = Math.min(left, lines[of[i]].quantity);
    left -= units;
    amount += take(offer, of[i], units * offer.amount, run);
  }
  const nextRung = { shortfall, gives: { amountOff: offer.size * offer.amount } };
  return gave(offer, amount, 0, reckoned(facts, inGroups * offer.amount, amount, of, run), nextRung, run);
}

function ladder(offer, of, run) {
  let base = 0;
  for (let i = 0; i < of.length; i++) base += run.pays[of[i]];
  const { steps } = offer;
  let reached;
  let next;
  for (let i = 0; i < steps.length; i++) {
    if (steps[i].from <= base) reached = steps[i];
    else {
      next = steps[i];
      break;
    }
  }
  if (reached === undefined) {
    const facts = { base, from: next.from, amountOff: next.amountOff };
    return refuse(offer, 'threshold-not-met', { amount: next.from - base }, facts, run);
  }
  const amount = share(offer, of, reached.amountOff, run);
  const facts = { base, rung: { from: reached.from, amountOff: reached.amountOff } };
  const nextRung = next && { shortfall: { amount: next.from - base }, gives: { amountOff: next.amountOff } };
  return gave(offer, amount, 0, facts, nextRung, run);
}

function freeDelivery(offer, run) {
  const { goods, delivery } = run;
  if (goods < offer.from) {
    const facts = { minAmount: offer.from, amount: goods, base: 'running' };
    return refuse(offer, 'threshold-not-met', { amount: offer.from - goods }, facts, run);
  }
  run.delivery = 0;
  return gave(offer, 0, delivery, { base: delivery }, undefined, run);
}

/** Takes an amount off one line, as far as it has room above its floor. */
function take(offer, at, amount, run) {
  const room = run.pays[at] - run.floors[at];
  const part = amount < room ? amount : room;
  if (part <= 0) return 0;
  run.pays[at] -= part;
  run.goods -= part;
  const line = run.quoted[at];
  if (line.shares === undefined) line.shares = Object.create(null);
  line.shares[offer.id] = part;
  return part;
}

/** Shares an amount over lines by largest remainder; what a line refuses is shared again over those with room. */
function share(offer, of, amount, run) {
  const { pays, floors } = run;
  const parts = new Array(of.length).fill(0);
  let left = amount;
  for (;;) {
    let sum = 0;
    for (let i = 0; i < of.length; i++) if (pays[of[i]] - floors[of[i]] > parts[i]) sum += pays[of[i]];
    if (sum === 0 || left === 0) break;
    const pass = new Array(of.length).fill(0);
    const rests = new Array(of.length).fill(-1);
    let over = left;
    for (let i = 0; i < of.length; i++) {
      if (pays[of[i]] - floors[of[i]] <= parts[i]) continue;
      const product = left * pays[of[i]];
      rests[i] = product % sum;
      pass[i] = (product - rests[i]) / sum;
      over -= pass[i];
    }
    for (; over > 0; over--) {
      let largest = 0;
      for (let i = 1; i < of.length; i++) if (rests[i] > rests[largest]) largest = i;
      pass[largest]++;
      rests[largest] = -1;
    }
    for (let i = 0; i < of.length; i++) {
      const room = pays[of[i]] - floors[of[i]] - parts[i];
      const part = pass[i] < room ? pass[i] : room;
      if (part <= 0) continue;
      parts[i] += part;
      left -= part;
    }
  }
  for (let i = 0; i < of.length; i++) if (parts[i] > 0) take(offer, of[i], parts[i], run);
  return amount - left;
}

function rounded(product, divisor) {
  const rest = product % divisor;
  return (product - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
}

function reckoned(facts, off, amount, of, run) {
  if (off === amount) return facts;
  const atFloor = [];
  for (let i = 0; i < of.length; i++) {
    if (run.floors[of[i]] > 0 && run.pays[of[i]] === run.floors[of[i]]) atFloor.push(run.lines[of[i]].id);
  }
  facts.reckoned = off;
  if (atFloor.length > 0) facts.atFloor = atFloor;
  return facts;
}

function gave(offer, amount, delivery, facts, nextRung, run) {
  const applied = { offer: offer.id, kind: offer.kind, amount, delivery, ungiven: 0, facts };
  if (nextRung !== undefined) applied.nextRung = nextRung;
  run.applied.push(applied);
}

function refuse(offer, reason, shortfall, facts, run) {
  run.refused.push(
    shortfall === undefined
      ? { offer: offer.id, kind: offer.kind, reason, facts }
      : { offer: offer.id, kind: offer.kind, reason, shortfall, facts },
  );
}

function insert(matches, offer, of) {
  let at = matches.length;
  matches.push(offer, of);
  for (; at > 0 && matches[at - 2].rank > offer.rank; at -= 2) {
    matches[at] = matches[at - 2];
    matches[at + 1] = matches[at - 1];
  }
  matches[at] = offer;
  matches[at + 1] = of;
}

const LANES = { 'flash-sale': 10, 'member-price': 10, 'free-shipping': 60 };
const CODES = {
  percentage: PERCENT,
  'flash-sale': PRICE,
  'member-price': PRICE,
  'nth-item': NTH,
  'buy-x-get-y': GIFT,
  'fixed-amount': UNIT_OFF,
  'spend-threshold': LADDER,
  'quantity-group': GROUP,
  'free-shipping': FREE_DELIVERY,
};

/** Every offer in one shape, so that the loop reads them alike. */
function flatten({ id, kind, benefit, scope, level, when, audience, stacking }) {
  const ofOrder = kind === 'spend-threshold' || (kind === 'percentage' && level === undefined);
  return {
    id,
    kind,
    code: CODES[kind],
    lane: LANES[kind] ?? (ofOrder ? 30 : 20),
    priority: stacking?.priority ?? 0,
    rank: 0,
    scope,
    level: level ?? 'order',
    tiers: audience?.tiers,
    rate: benefit.percentOffBp ?? 0,
    price: benefit.price ?? 0,
    nth: benefit.nth ?? 0,
    buy: benefit.buy,
    get: benefit.get,
    bundle: benefit.buy ? benefit.buy.quantity + benefit.get.quantity : 0,
    size: benefit.groupSize ?? 0,
    amount: benefit.amountOff ?? benefit.amountOffEach ?? 0,
    steps: benefit.ladder,
    from: when?.minAmount ?? 0,
  };
}

function compareIds(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function push(map, key, value) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
