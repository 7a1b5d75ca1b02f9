import { describe, expect, test } from '@jest/globals';
import { compileOffers, withOffer, withoutOffer } from '../../../src/domain/pricing/offerIndex.js';
import { price, priceWith } from '../../../src/domain/pricing/price.js';
import { shortLook } from '../../shortLook.js';
import { Dice, randomCase } from './randomCase.js';

const SIZES = { lines: 6, offers: 9, groups: 2 };

describe('the index', () => {
  test.each(['touching', 'all'] as const)('gives the quote of the plain scan (%s)', (explain) => {
    for (let seed = 0; seed < shortLook(1_500); seed++) {
      const { basket, offers, facts } = randomCase(seed, SIZES);
      const quote = priceWith(compileOffers(offers), basket, facts, { explain });
      expect(JSON.stringify(quote)).toBe(JSON.stringify(price(basket, offers, facts, { explain })));
    }
  });

  test('changed offer by offer is the index compiled anew', () => {
    for (let seed = 0; seed < shortLook(300); seed++) {
      const dice = new Dice(seed);
      const { basket, offers, facts } = randomCase(seed, SIZES);
      const replaced = randomCase(seed + 1, SIZES).offers;
      let index = compileOffers(offers);
      const held = new Map(offers.map((offer) => [offer.id, offer]));
      for (const offer of replaced) {
        if (dice.chance(30)) {
          index = withoutOffer(index, offer.id);
          held.delete(offer.id);
        } else {
          index = withOffer(index, offer);
          held.set(offer.id, offer);
        }
      }
      const quote = priceWith(index, basket, facts, { explain: 'all' });
      expect(JSON.stringify(quote)).toBe(JSON.stringify(price(basket, [...held.values()], facts, { explain: 'all' })));
    }
  });

  test('a quote goes on with the index it began with', () => {
    const { basket, offers, facts } = randomCase(3, SIZES);
    const index = compileOffers(offers);
    const before = JSON.stringify(priceWith(index, basket, facts));
    for (const { id } of offers) withoutOffer(index, id);
    expect(JSON.stringify(priceWith(index, basket, facts))).toBe(before);
  });
});
