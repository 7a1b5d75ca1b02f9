import { describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { ledgerOf } from './sale/saleLedger.js';

const STREAM = 'allowance-demo.pear.stock';
const TYPES = { '+': 'allowance-held', '!': 'hold-confirmed', '-': 'hold-released', '~': 'hold-expired' } as const;

/** A log in words: `+a` held, `!a` confirmed, `-a` released, `~a` expired. */
function log(words: string): StoredEvent[] {
  return words.split(' ').map((word) => {
    const type = TYPES[word[0] as keyof typeof TYPES];
    return { stream: STREAM, type, data: JSON.stringify({ hold: word.slice(1) }) } as StoredEvent;
  });
}

describe('the ledger of a sale, which has to see what must not be', () => {
  test('counts what is open, confirmed, released and expired', () => {
    const { facts, ...counted } = ledgerOf(log('+a +b !a -b +c ~c +d'), STREAM);
    expect(counted).toMatchObject({ confirmed: 1, open: 1, released: 1, expired: 1, mostTaken: 2, impossible: [] });
    expect(facts.has('confirmed a') && facts.has('held d')).toBe(true);
    expect(facts.has('confirmed b')).toBe(false);
  });

  test('sees a unit sold twice, also when it was given back later', () => {
    expect(ledgerOf(log('+a !a +b -b'), STREAM).mostTaken).toBe(2);
  });

  test('sees a hold that is confirmed after it expired, ended twice, or taken twice', () => {
    expect(ledgerOf(log('+a ~a !a'), STREAM).impossible).toEqual(['confirmed a']);
    expect(ledgerOf(log('+a -a ~a'), STREAM).impossible).toEqual(['expired a']);
    expect(ledgerOf(log('+a +a'), STREAM).impossible).toEqual(['held a']);
  });

  test('looks at its own allowance alone', () => {
    expect(ledgerOf(log('+a'), 'allowance-demo.plum.stock')).toMatchObject({ open: 0, mostTaken: 0 });
  });
});
