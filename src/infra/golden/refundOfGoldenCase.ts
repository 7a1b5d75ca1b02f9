import { price } from '../../domain/pricing/price.js';
import { type Bought, type Gone, NOTHING_GONE } from '../../domain/refund/bought.js';
import { couponsBack, paidBack } from '../../domain/refund/paidBack.js';
import { NOTHING_REFUNDED, settle } from '../../domain/refund/settle.js';
import type { GoldenCase, GoldenRefundExpectation, GoldenReturn } from './goldenCase.js';
import { readGoldenCase } from './readGoldenCase.js';

/** A golden purchase, its returns or weighed weights in order, and what is paid back. */
export function refundOfGoldenCase(golden: GoldenCase): Required<GoldenRefundExpectation> {
  const { basket, offers, facts } = readGoldenCase(golden);
  const paid = price(basket, offers, facts);
  const bought: Bought = { basket, offers, facts, paid };
  const weighed = { ...NOTHING_GONE, weighed: golden.actualGrams ?? {} };
  const returns = golden.returns ?? [golden.returned ?? []];
  const refunds: number[] = [];
  let gone: Gone = weighed;
  let account = NOTHING_REFUNDED;
  for (const parts of returns) {
    gone = { ...gone, lines: withReturned(gone.lines, parts) };
    const { refund, debt } = settle(account, paidBack(bought, gone), facts.policies);
    refunds.push(refund);
    account = { refunded: account.refunded + refund, debt };
  }
  const coupons = couponsBack(
    bought,
    gone,
    paid.applied.map(({ offer }) => offer),
  );
  return {
    quoteTotal: paid.pay,
    refund: refunds[0] ?? 0,
    refundSum: account.refunded,
    keptPays: paid.pay - account.refunded,
    couponReturned: coupons.length > 0,
  };
}

function withReturned(gone: Gone['lines'], parts: readonly GoldenReturn[]): Gone['lines'] {
  const lines = { ...gone };
  for (const { line, quantity, grams } of parts) lines[line] = (lines[line] ?? 0) + (grams ?? quantity ?? 0);
  return lines;
}
