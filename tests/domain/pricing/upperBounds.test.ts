import { expect, test } from '@jest/globals';
import { compareCandidates } from '../../../src/domain/pricing/candidate.js';
import { runningAtList } from '../../../src/domain/pricing/running.js';
import { mostItCanGive } from '../../../src/domain/pricing/selection/mostItCanGive.js';
import { situationOf } from '../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../src/domain/pricing/walk.js';
import { shortLook } from '../../shortLook.js';
import { candidateIn } from './candidateIn.js';
import { Dice, randomCase } from './randomCase.js';

const CASES = 6_000;

test('what an offer gives in a set is at most its upper bound, from wherever it is reckoned', () => {
  for (let seed = 0; seed < shortLook(CASES); seed++) {
    const dice = new Dice(seed);
    const random = randomCase(seed, { lines: 6, offers: 8, groups: 3 }, seed % 5 === 0 ? { groupScope: 'line' } : {});
    const situation = situationOf(random.basket, random.facts);
    const all = random.offers
      .map((offer) => candidateIn(offer, situation))
      .filter(({ lines }) => lines.length > 0)
      .sort(compareCandidates);
    const { steps } = applyInOrder(
      all.filter(() => dice.chance(70)),
      situation,
    );
    steps.forEach(({ candidate, outcome }, at) => {
      if (outcome.gives === 'nothing') return;
      const gave = outcome.amount + outcome.delivery + outcome.giftValue;
      for (const from of [runningAtList(situation), ...steps.slice(0, at + 1).map(({ before }) => before)]) {
        const most = mostItCanGive(candidate, from, situation);
        if (gave > most) expect({ seed, offer: candidate.offer, gave }).toEqual({ seed, offer: candidate.offer, most });
      }
    });
  }
});
