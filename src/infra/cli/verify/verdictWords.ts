import type { QuoteVerdict } from '../../../commands/quote/verifyQuote.js';

/** A verdict in a line. */
export function verdictWords(verdict: QuoteVerdict): string {
  const quote = `quote ${verdict.quote} of ${verdict.shop}, ${verdict.recordedAt}, position ${verdict.position}`;
  switch (verdict.verdict) {
    case 'equal':
      return `EQUAL      ${quote}: to pay ${verdict.pay} fen, result ${verdict.result}`;
    case 'different': {
      const { step, pointer, recorded, again } = verdict.difference;
      return `DIFFERENT  ${quote}: first at step "${step}", ${pointer || 'the whole'}: recorded ${shown(recorded)}, priced again ${shown(again)}`;
    }
    case 'unpriceable':
      return `UNPRICED   ${quote}: ${verdict.reason}`;
  }
}

const LONGEST = 200;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
