/**
 * Buys in a sale over HTTP and prints a line for each answer it got: what the log must hold for ever. It outlives the
 * server. node shopperProcess.mjs URL NAME ATTEMPTS PROMOTION; the allowance is PROMOTION.stock, sold as kiwis.
 *
 * Of its attempts one in twenty is an order, placed and paid. The others hold one unit: most confirm it, some give it
 * back, and some walk away from a hold that ends soon, so that its unit is sold again.
 */
import { PatientConnection } from './patientConnection.mjs';

const CONNECTIONS = 16;
const SOON_MILLIS = 1_000;

const [, , url, name, attempts, promotion] = process.argv;
const holds = `/v1/allowances/${promotion}.stock/holds`;
let next = 0;

async function shop() {
  const connection = new PatientConnection(url);
  while (next < Number(attempts)) {
    const attempt = next++;
    const id = `${name}_${attempt}`;
    if (attempt % 20 === 7) await buy(connection, id);
    else await take(connection, id, attempt % 10);
  }
  connection.close();
}

/** `kind` 0: walks away; 1: gives back; else confirms. */
async function take(connection, id, kind) {
  const until = new Date(Date.now() + (kind === 0 ? SOON_MILLIS : 3_600_000)).toISOString();
  const held = await connection.ask(holds, { hold: id, amount: 1, until, customer: `c_${id}` });
  if (held.status === 409) return say('refused', held, 'OUT_OF_STOCK');
  // Its time was over before the server was back.
  if (held.status === 422 && kind === 0) return say('late', held, 'HOLD_OVER');
  if (held.status !== 200) return unexpected(held);
  say('held', held, undefined, id);
  if (kind === 0) return;
  const verb = kind === 1 ? 'release' : 'confirm';
  const step = await connection.ask(`${holds}/${id}/${verb}`, {});
  if (step.status !== 200) return unexpected(step);
  say(kind === 1 ? 'released' : 'confirmed', step, undefined, id);
}

/** Quotes, places and pays an order of one unit; without the offer it is not what this shopper came for. */
async function buy(connection, id) {
  const lines = [{ id: '1', sku: 'gold_kiwi', quantity: 1 }];
  const quote = await connection.ask('/v1/quotes', { quote: `q_${id}`, channel: 'app', lines });
  if (quote.status > 201) return unexpected(quote);
  if (!quote.json.applied.some(({ offer }) => offer === promotion)) return say('refused', quote);
  const order = await connection.ask('/v1/orders', { order: `o_${id}`, quote: `q_${id}` });
  if (order.status === 409) return say('refused', order, 'ORDER_REFUSED');
  if (order.status !== 201) return unexpected(order);
  say('placed', order, undefined, `o_${id}`);
  const paid = await connection.ask(`/v1/orders/o_${id}/pay`, { payment: `p_${id}` });
  if (paid.status !== 200) return unexpected(paid);
  say('paid', paid, undefined, `o_${id}`);
}

function say(word, answer, code, id = '-') {
  if (code !== undefined && answer.json.code !== code) return unexpected(answer);
  process.stdout.write(`${word} ${id}\n`);
}

function unexpected({ status, json }) {
  process.stdout.write(`unexpected ${status} ${JSON.stringify(json)}\n`);
}

await Promise.all(Array.from({ length: CONNECTIONS }, shop));
