/**
 * Redeems coupons that may be used once, each by many at the same time; prints `redeemed COUPON REDEEMER` for each yes.
 * node couponProcess.mjs URL COUPONS REDEEMERS; coupon N is the allowance coupon_N.uses.
 */
import { PatientConnection } from './patientConnection.mjs';

const [url, coupons, redeemers] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const until = new Date(Date.now() + 3_600_000).toISOString();
const connections = Array.from({ length: redeemers }, () => new PatientConnection(url));

async function redeem(connection, coupon, redeemer) {
  const holds = `/v1/allowances/coupon_${coupon}.uses/holds`;
  const hold = `r_${redeemer}`;
  const held = await connection.ask(holds, { hold, amount: 1, until, customer: `c_${redeemer}` });
  if (held.status === 409 && held.json.code === 'LIMIT_REACHED') return process.stdout.write(`refused ${coupon}\n`);
  if (held.status === 200) {
    const confirmed = await connection.ask(`${holds}/${hold}/confirm`, {});
    if (confirmed.status === 200) return process.stdout.write(`redeemed ${coupon} ${hold}\n`);
  }
  return process.stdout.write(`unexpected ${held.status} ${JSON.stringify(held.json)}\n`);
}

for (let coupon = 0; coupon < coupons; coupon++) {
  await Promise.all(connections.map((connection, redeemer) => redeem(connection, coupon, redeemer)));
}
for (const connection of connections) connection.close();
