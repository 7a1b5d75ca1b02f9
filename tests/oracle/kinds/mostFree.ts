/** Pieces (or grams) in the basket by what they may do; one that buys is not also given. */
export interface Pools {
  readonly both: bigint;
  readonly onlyBuys: bigint;
  readonly onlyGiven: bigint;
}

export interface GiftRules {
  readonly repeat: boolean;
  readonly partGift: boolean;
  readonly maxFree: bigint | undefined;
}

export interface Free {
  readonly free: bigint;
  /** How often the bought amount is needed for it. */
  readonly times: bigint;
}

/** The most that can be free: whole gifts only, or (partGift) what is in the basket above the bought amounts. */
export function mostFree(pools: Pools, sizes: { buy: bigint; get: bigint }, rules: GiftRules): Free {
  const canBuy = pools.both + pools.onlyBuys;
  const times = canBuy / sizes.buy;
  const tries = rules.repeat || times < 1n ? times : 1n;
  // More rounds promise more and leave less to give: the most lies where the two meet, one round more or less.
  let best = 0n;
  for (const rounds of roundsToTry(pools, sizes, tries)) {
    const givable = pools.onlyGiven + least(pools.both, canBuy - rounds * sizes.buy);
    const promised = rounds * sizes.get;
    const whole = least(promised, (givable / sizes.get) * sizes.get);
    const free = rules.partGift ? least(promised, givable) : whole;
    if (free > best) best = free;
  }
  const limit = rules.maxFree === undefined || rules.partGift ? rules.maxFree : (rules.maxFree / sizes.get) * sizes.get;
  const free = limit === undefined ? best : least(best, limit);
  return { free, times: (free + sizes.get - 1n) / sizes.get };
}

function roundsToTry(pools: Pools, sizes: { buy: bigint; get: bigint }, most: bigint): bigint[] {
  const everything = pools.both + pools.onlyBuys + pools.onlyGiven;
  const meeting = everything / (sizes.buy + sizes.get);
  const allGiven = (pools.onlyGiven + pools.both) / sizes.get;
  const around = [meeting, allGiven].flatMap((middle) => [-1n, 0n, 1n, 2n].map((step) => middle + step));
  return [...around, 1n, most].filter((rounds) => rounds >= 1n && rounds <= most);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
