/** The vocabulary of golden `quote` cases (tests/golden), as the oracle reads it. */
export interface GoldenLine {
  readonly id: string;
  readonly sku: string;
  readonly category?: string;
  readonly tags?: readonly string[];
  readonly unitPrice: number;
  readonly quantity?: number;
  readonly grams?: number;
  readonly pieces?: number;
  readonly floorPrice?: number;
  readonly originalPrice?: number;
  readonly selected?: boolean;
}

export interface GoldenCustomer {
  readonly tier?: string;
  readonly points?: number;
  readonly orderNumber?: number;
  readonly orders?: { readonly placed: number; readonly cancelled?: number };
}

export interface Scope {
  readonly store?: boolean;
  readonly categories?: readonly string[];
  readonly skus?: readonly string[];
  readonly excludeTags?: readonly string[];
}

export interface Window {
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
}

export interface Periodic {
  readonly days?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly zone: string;
}

export interface When {
  readonly minAmount?: number;
  readonly amountOver?: number;
  readonly minQuantity?: number;
  readonly minGrams?: number;
  readonly tiers?: readonly string[];
  readonly orderNumber?: number;
  readonly newCustomer?: boolean;
  readonly channels?: readonly string[];
  readonly orderModes?: readonly string[];
  readonly window?: Window;
  readonly periodic?: Periodic;
}

export interface Amount {
  readonly quantity?: number;
  readonly grams?: number;
}

export interface SpendBenefit {
  readonly ladder?: readonly { readonly from: number; readonly amountOff: number }[];
  readonly repeat?: 'greedy';
  readonly every?: number;
  readonly amountOff?: number;
  readonly maxRepeats?: number;
}

export interface FixedAmountBenefit {
  readonly amountOff: number;
  readonly maxUnits?: number;
}

export interface PercentageBenefit {
  readonly percentOffBp?: number;
  readonly maxUnits?: number;
  readonly ladder?: readonly { readonly fromQuantity: number; readonly percentOffBp: number }[];
}

/** `limit` goes beyond the golden cases: how many pieces or grams of the order the price covers. */
export interface PriceBenefit {
  readonly price: number;
  readonly limit?: Amount;
}

export interface NthItemBenefit {
  readonly nth: number;
  readonly percentOffBp: number;
  readonly unitGrams?: number;
}

export type Placement = 'in-basket' | 'added';

export interface Get extends Amount {
  readonly placement: Placement;
  readonly scope?: Scope;
  readonly sku?: string;
  readonly unitPrice?: number;
}

export interface BuyGetBenefit {
  readonly buy?: Amount;
  readonly get?: Get;
  readonly repeat?: boolean | 'greedy';
  readonly maxFree?: number;
  readonly ladder?: readonly { readonly buy: number; readonly get: number }[];
  readonly placement?: Placement;
  readonly sku?: string;
  readonly unitPrice?: number;
}

export interface QuantityGroupBenefit {
  readonly groupSize: number;
  readonly amountOffEach: number;
}

export interface UnitLadderBenefit {
  readonly firstOff: number;
  readonly furtherOff: number;
  readonly maxUnits?: number;
}

export interface PointsBenefit {
  readonly fenPerPoint: number;
  readonly maxPoints?: number;
}

export type Level = 'order' | 'line' | 'unit';

export interface PromotionTerms {
  readonly id: string;
  readonly priority?: number;
  readonly lane?: number;
  readonly level?: Level;
  readonly cap?: number;
  readonly exclusive?: boolean;
  readonly exclusiveScope?: 'order' | 'line';
  readonly stopAfter?: boolean;
  readonly group?: string;
  readonly scope?: Scope;
  readonly when?: When;
  readonly enabled?: boolean;
  readonly coupon?: boolean;
  readonly alsoGives?: { readonly points: number };
}

export type PriceKind = 'flash-sale' | 'member-price' | 'fixed-price';

export type Promotion = PromotionTerms &
  (
    | { readonly kind: 'spend-threshold'; readonly benefit: SpendBenefit }
    | { readonly kind: 'fixed-amount'; readonly benefit: FixedAmountBenefit }
    | { readonly kind: 'percentage'; readonly benefit: PercentageBenefit }
    | { readonly kind: PriceKind; readonly benefit: PriceBenefit }
    | { readonly kind: 'nth-item'; readonly benefit: NthItemBenefit }
    | { readonly kind: 'buy-x-get-y'; readonly benefit: BuyGetBenefit }
    | { readonly kind: 'quantity-group'; readonly benefit: QuantityGroupBenefit }
    | { readonly kind: 'unit-ladder'; readonly benefit: UnitLadderBenefit }
    | { readonly kind: 'points'; readonly benefit: PointsBenefit }
    | { readonly kind: 'free-shipping'; readonly benefit?: undefined }
  );

export type GoldenPolicy = Readonly<Record<string, string | boolean | number | undefined>>;

export interface GoldenQuoteInput {
  readonly lines: readonly GoldenLine[];
  readonly promotions: readonly Promotion[];
  readonly shipping?: number;
  readonly customer?: GoldenCustomer;
  readonly channel?: string;
  readonly orderMode?: string;
  readonly at?: string;
  readonly policy?: GoldenPolicy;
}
