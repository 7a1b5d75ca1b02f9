import { describe, test } from '@jest/globals';
import type { Fault } from '../../../src/domain/pricing/kind.js';
import { draft } from '../../../src/domain/promotion/decisions.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';
import type { Promotion } from '../../../src/domain/promotion/state.js';
import { promotionAggregate } from '../../../src/domain/promotion/stream.js';
import { deciderSpecification } from '../../deciderSpecification.js';
import { drafted, ended, published, revised, spend100Save20 } from './samplePromotion.js';

const { given } = deciderSpecification(promotionAggregate);

const drafting =
  (terms: PromotionTerms, faults: readonly Fault[] = []) =>
  (state: Promotion) =>
    draft(state, terms, () => faults);

const fault: Fault = { pointer: '/benefit/ladder', code: 'LADDER_FALLS', message: 'The ladder must rise.' };
const save30 = { ...spend100Save20, benefit: { ladder: [{ from: 10_000, amountOff: 3_000 }] } };

describe('drafting a promotion', () => {
  test('writes its terms down', () => {
    given().when(drafting(spend100Save20)).then(drafted());
  });

  test('refuses terms that cannot work, with every fault', () => {
    given()
      .when(drafting(spend100Save20, [fault, fault]))
      .thenRejected('TERMS_INVALID', { errors: [fault, fault] });
  });

  test('with the same terms again changes nothing, whatever became of it', () => {
    given(drafted()).when(drafting(spend100Save20)).thenNothing();
    given(drafted(), revised(save30), published, ended).when(drafting(spend100Save20)).thenNothing();
  });

  test('with the same terms in another order of fields changes nothing', () => {
    const reordered = Object.fromEntries(Object.entries(spend100Save20).reverse()) as unknown as PromotionTerms;
    given(drafted()).when(drafting(reordered)).thenNothing();
  });

  test('under an id in use with other terms is refused', () => {
    given(drafted()).when(drafting(save30)).thenRejected('PROMOTION_EXISTS');
    given(drafted(), revised(save30)).when(drafting(save30)).thenRejected('PROMOTION_EXISTS');
  });
});
