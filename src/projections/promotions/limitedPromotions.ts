import type { PromotionNamed } from '../../commands/processes/keepAllowances.js';
import { statusOf, termsOf } from '../../domain/promotion/state.js';
import type { ViewStore } from '../viewStore.js';
import { promotionsProjection } from './promotionsProjection.js';

const PAGE = 1_000;

/** Every published promotion of which there is only so much. */
export async function* limitedPromotions(views: ViewStore): AsyncGenerator<PromotionNamed> {
  for (let after = ''; ; ) {
    const page = await views.scan(promotionsProjection, after, PAGE);
    for (const { shop, id, document } of page) {
      if (statusOf(document) === 'published' && termsOf(document)?.limits) yield { shop, id };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.stream;
  }
}
