import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import type { Fault } from '../../domain/pricing/kind.js';
import { namedSkus } from '../../domain/promotion/catalogueFaults.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import { type QuoteDeps, sourcesNow } from '../quote/giveQuote.js';
import { type Reckoned, reckonQuote } from '../quote/reckonQuote.js';
import { offersAt, offersOfVariant } from './offersOfVariant.js';
import { previewFaults } from './previewFaults.js';
import { type PreviewMessage, type Variant, variantsOf } from './previewMessage.js';

export interface PreviewedVariant {
  readonly name: string;
  readonly priced: Reckoned;
}

export interface Preview {
  readonly at: Instant;
  readonly variants: readonly PreviewedVariant[];
}

/**
 * What a basket would cost at an instant, with other promotions than those in force; nothing is recorded. Prices, tiers
 * and terms are those that hold at the instant, as far as the view knows; orders and allowances are as it has them.
 * @throws Rejection PREVIEW_INVALID, BASKET_INVALID, CUSTOMER_UNKNOWN.
 */
export async function previewBasket(
  deps: QuoteDeps,
  rules: TermsRules,
  shop: string,
  message: PreviewMessage,
): Promise<Preview> {
  const { machine } = deps;
  const { at: asked, explain, promotions, variants: _, asOf: __, ...request } = message;
  const now = machine.now();
  const at = asked ?? now;
  const view = await deps.view.prepared(shop, { customer: request.customer, skus: skusOf(message) }, now);
  refuseFaults(previewFaults(view, shop, rules, message));
  const base = offersAt(view, shop, at, now);
  const priced = (variant: Variant) => {
    const sources = sourcesNow(
      { ...deps, view },
      shop,
      request.customer,
      at,
      offersOfVariant(view, shop, base, variant, promotions),
    );
    const policies = { ...sources.policies, ...variant.policies };
    return reckonQuote(request, { ...sources, policies }, at, { explain });
  };
  return {
    at,
    variants: variantsOf(message).map((variant, index) => ({
      name: variant.name ?? `${index + 1}`,
      priced: priced(variant),
    })),
  };
}

/** Those of the basket, and those that promotions of the message name. */
function skusOf({ lines, promotions }: PreviewMessage): string[] {
  return [...lines.map(({ sku }) => sku), ...Object.values(promotions).flatMap(namedSkus)];
}

function refuseFaults(errors: readonly Fault[]): void {
  if (errors.length === 0) return;
  throw new Rejection('PREVIEW_INVALID', `This cannot be previewed: ${errors.length} fault(s), see errors.`, {
    errors,
  });
}
