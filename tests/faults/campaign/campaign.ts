import { setTimeout as sleep } from 'node:timers/promises';
import { EVILS, type Evil } from './evils.js';
import { Machinery } from './machinery.js';
import { reckoning, type Stock } from './reckoning.js';
import { Shoppers } from './shoppers.js';

const SHOPPERS = 4;
const HEAL_MILLIS = 60_000;
const MOST_MEGABYTES = 500;
/** Of quotes asked for while what pricing needs is there. */
const LEAST_ANSWERED = 0.999;
const STOCK: Stock = { allowance: 'kiwis.stock', units: 300 };

export interface CampaignResult {
  readonly kills: number;
  readonly quotes: number;
  readonly wrong: readonly string[];
}

interface Health {
  readonly ready: boolean;
  readonly views: readonly { readonly name: string; readonly lag: number; readonly parked: number }[];
  readonly relay: { readonly positions: number } | null;
  readonly shared: { readonly lag: number | null } | null;
  readonly troubles: readonly string[];
}

/**
 * Evil after evil on real servers and processes under load, until so many were killed; each is healed before the next.
 * Prints a ledger. Everything wrong is named: what was confirmed and is lost, what was not answered, what did not heal,
 * tables that are not what the log says.
 */
export async function campaign(folder: string, kills: number, say: (line: string) => void): Promise<CampaignResult> {
  const machinery = await Machinery.start(folder);
  const wrong: string[] = [];
  try {
    await openShop(machinery.urlOf('api-1'));
    const shoppers = new Shoppers([machinery.urlOf('api-1'), machinery.urlOf('api-2')], SHOPPERS);
    let killed = 0;
    const spared = { asked: 0, unanswered: 0 };
    say('      evil                          away     quotes  unanswered  healed after');
    for (let n = 0; killed < kills || n < EVILS.length; n++) {
      const evil = EVILS[n % EVILS.length]!;
      const before = { asked: shoppers.asked, unanswered: shoppers.unanswered };
      const { awayMillis, healedMillis, unhealed } = await suffer(evil, machinery, shoppers, n);
      killed += evil.kills;
      const asked = shoppers.asked - before.asked;
      const unanswered = shoppers.unanswered - before.unanswered;
      if (evil.sparesPricing) {
        spared.asked += asked;
        spared.unanswered += unanswered;
      }
      say(line(n + 1, evil.name, awayMillis, asked, unanswered, unhealed ? 'NEVER' : `${healedMillis} ms`));
      if (unhealed) wrong.push(`60 s after "${evil.name}" it is not healed: ${unhealed}`);
      for (const words of machinery.dead()) wrong.push(`after "${evil.name}" a process ended by itself: ${words}`);
      if (wrong.length > 0) break;
    }
    await shoppers.end();
    if (spared.unanswered > spared.asked * (1 - LEAST_ANSWERED) + 1)
      wrong.push(`${spared.unanswered} of ${spared.asked} quotes were not answered though pricing had all it needs`);
    for (const answer of shoppers.unexpected) wrong.push(`an answer nobody should get: ${answer}`);
    const memory = machinery.megabytes();
    for (const [role, megabytes] of Object.entries(memory))
      if (megabytes > MOST_MEGABYTES) wrong.push(`${role} takes ${megabytes} MB`);
    wrong.push(...(await reckoning(machinery.databaseUrl, shoppers.told, STOCK)));
    const { quotes, placed, paid } = shoppers.told;
    say(
      `${killed} killed · ${quotes.size} quotes, ${placed.size} orders placed, ${paid.size} paid · ` +
        `${spared.unanswered} of ${spared.asked} quotes unanswered while pricing had what it needs · ` +
        `${Object.entries(memory)
          .map(([role, megabytes]) => `${role} ${megabytes} MB`)
          .join(', ')} · ${wrong.length} wrong`,
    );
    return { kills: killed, quotes: quotes.size, wrong };
  } finally {
    await machinery.stop();
  }
}

async function suffer(evil: Evil, machinery: Machinery, shoppers: Shoppers, n: number) {
  const began = performance.now();
  await evil.begin(machinery);
  await sleep(500 + ((n * 617) % 1_500));
  await evil.end(machinery);
  const ended = performance.now();
  // Under load again for a while; then what is behind must catch up.
  await sleep(500);
  await shoppers.pause();
  let unhealed: string | undefined = 'nobody looked';
  while (unhealed && performance.now() - ended < HEAL_MILLIS) {
    unhealed = (await ailment(machinery.urlOf('api-1'))) ?? (await ailment(machinery.urlOf('api-2')));
    if (unhealed) await sleep(100);
  }
  shoppers.resume();
  return {
    awayMillis: Math.round(ended - began),
    healedMillis: Math.round(performance.now() - ended),
    unhealed,
  };
}

/** Why an api is not as if nothing had happened; undefined: it is. */
async function ailment(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    const { ready, views, relay, shared, troubles } = (await answer.json()) as Health;
    if (!ready) return `${url} is not ready`;
    const behind = views.filter(({ lag, parked }) => lag > 0 || parked > 0).map(({ name, lag }) => `${name} by ${lag}`);
    if (behind.length > 0) return `behind: ${behind.join(', ')}`;
    if (relay && relay.positions > 0) return `the relay is behind by ${relay.positions}`;
    if (shared && shared.lag !== 0) return `the shared views are behind by ${shared.lag}`;
    return troubles.length > 0 ? troubles.join(', ') : undefined;
  } catch (error) {
    return `${url}: ${(error as Error).message}`;
  }
}

/** Two products, an offer, and a limited one. */
async function openShop(url: string): Promise<void> {
  const send = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { position: string };
  };
  await send('PUT', '/v1/products/melon', { name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 });
  await send('PUT', '/v1/products/kiwi', { name: '金果', soldBy: 'piece', unitPrice: 1_000 });
  const offers = {
    melons: { name: '瓜节', kind: 'fixed-amount', benefit: { amountOff: 500 }, scope: { skus: ['melon'] } },
    kiwis: {
      name: '秒杀',
      kind: 'flash-sale',
      benefit: { price: 500 },
      scope: { skus: ['kiwi'] },
      limits: { stock: STOCK.units },
    },
  };
  let position = '0';
  for (const [promotion, terms] of Object.entries(offers)) {
    await send('POST', '/v1/promotions', { promotion, terms });
    ({ position } = await send('POST', `/v1/promotions/${promotion}/publish`, { reason: '开卖' }));
  }
  const basket = { lines: [{ id: '1', sku: 'melon', quantity: 1 }] };
  await send('POST', `/v1/quotes?min-position=${position}`, basket);
}

function line(n: number, name: string, away: number, quotes: number, unanswered: number, healed: string): string {
  return `${String(n).padStart(4)}  ${name.padEnd(26)}${`${away} ms`.padStart(9)}${String(quotes).padStart(11)}${String(unanswered).padStart(12)}  ${healed.padStart(12)}`;
}
