import { describe, test } from '@jest/globals';
import { give } from '../../../src/domain/quote/decisions.js';
import type { QuoteGiven } from '../../../src/domain/quote/events.js';
import type { QuoteState } from '../../../src/domain/quote/state.js';
import { quoteAggregate } from '../../../src/domain/quote/stream.js';
import { deciderSpecification } from '../../deciderSpecification.js';
import { quote } from './sampleQuote.js';

const { given } = deciderSpecification(quoteAggregate);

const giving = (wanted: QuoteGiven) => (state: QuoteState) => give(state, wanted.request, () => wanted);
const quoteGiven = (data: QuoteGiven) => ({ type: 'quote-given', data }) as const;

describe('giving a quote', () => {
  test('records all of it', () => {
    given().when(giving(quote)).then(quoteGiven(quote));
  });

  test('again for the same basket changes nothing, whatever it would cost by now', () => {
    const dearer = { ...quote, at: '2026-11-23T12:00:00.000Z', amounts: { ...quote.amounts, pay: 9_999 } };
    given(quoteGiven(quote)).when(giving(dearer)).thenNothing();
  });

  test('again does not price it again', () => {
    const pricing = () => {
      throw new Error('priced again');
    };
    given(quoteGiven(quote))
      .when((state) => give(state, quote.request, pricing))
      .thenNothing();
  });

  test('under the same id for another basket is refused', () => {
    const other = { ...quote, request: { ...quote.request, channel: 'app' } } as const;
    given(quoteGiven(quote)).when(giving(other)).thenRejected('QUOTE_EXISTS');
  });
});
