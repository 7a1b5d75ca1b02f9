/** A case of promotion-golden/1, as its README defines it. Only what the runner reads. */
export interface GoldenFile {
  readonly schema: string;
  readonly theme: string;
  readonly cases: readonly GoldenCase[];
}

export interface GoldenCase {
  readonly id: string;
  readonly title: string;
  readonly kind: 'allocation' | 'quote' | 'refund' | 'limit';
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly weights?: readonly number[];
  readonly amount?: number;
  readonly clampToWeights?: boolean;
  readonly expectAnyOrder?: readonly number[];
  readonly expectSum?: number;
  readonly expectError?: string;
  readonly lines?: readonly GoldenLine[];
  readonly promotions?: readonly GoldenPromotion[];
  readonly shipping?: number;
  readonly customer?: GoldenCustomer;
  readonly channel?: string;
  readonly orderMode?: string;
  readonly at?: string;
  /** One return, several in order, or weighed weights (line id → grams). */
  readonly returned?: readonly GoldenReturn[];
  readonly returns?: readonly (readonly GoldenReturn[])[];
  readonly actualGrams?: Readonly<Record<string, number>>;
  /** What is limited, the quote of each order, and what is asked of the limits. */
  readonly resources?: readonly GoldenResource[];
  readonly quote?: GoldenCase;
  readonly steps?: readonly GoldenStep[];
  /** Parts of an allocation, or what a quote must say. */
  readonly expect?: readonly number[] | GoldenExpectation | GoldenRefundExpectation;
}

export interface GoldenReturn {
  readonly line: string;
  readonly quantity?: number;
  readonly grams?: number;
}

export interface GoldenRefundExpectation {
  readonly quoteTotal?: number;
  readonly refund?: number;
  readonly refundSum?: number;
  readonly keptPays?: number;
  readonly couponReturned?: boolean;
}

export interface GoldenResource {
  readonly id: string;
  readonly unit: 'uses' | 'money' | 'stock';
  readonly limit?: number;
  readonly perCustomer?: number;
  readonly ttlSeconds?: number;
}

export interface GoldenStep {
  readonly op: 'reserve' | 'confirm' | 'release' | 'cancel';
  readonly resource: string;
  readonly order?: string;
  readonly checkout?: string;
  readonly customer?: string;
  readonly amount?: number;
  readonly at?: string;
  readonly concurrent?: number;
  readonly expect?: Readonly<Record<string, unknown>>;
}

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

export interface GoldenScope {
  readonly store?: true;
  readonly categories?: readonly string[];
  readonly skus?: readonly string[];
  readonly excludeTags?: readonly string[];
}

export interface GoldenPromotion {
  readonly id: string;
  readonly kind: string;
  readonly benefit?: Readonly<Record<string, unknown>>;
  readonly priority?: number;
  readonly lane?: number;
  readonly level?: 'order' | 'line' | 'unit';
  readonly cap?: number;
  readonly exclusive?: boolean;
  readonly exclusiveScope?: string;
  readonly stopAfter?: boolean;
  readonly group?: string;
  readonly scope?: GoldenScope;
  readonly when?: GoldenWhen;
  readonly enabled?: boolean;
  readonly coupon?: boolean;
  readonly alsoGives?: { readonly points: number };
}

export interface GoldenWhen {
  readonly minAmount?: number;
  readonly amountOver?: number;
  readonly minQuantity?: number;
  readonly minGrams?: number;
  readonly tiers?: readonly string[];
  readonly orderNumber?: number;
  readonly newCustomer?: boolean;
  readonly channels?: readonly string[];
  readonly orderModes?: readonly string[];
  readonly window?: { readonly from?: string; readonly to?: string; readonly zone?: string };
  readonly periodic?: {
    readonly days?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly zone: string;
  };
}

type ByLine = Readonly<Record<string, number>>;

export interface GoldenExpectation {
  readonly total?: number;
  readonly itemsTotal?: number;
  readonly shippingTotal?: number;
  readonly subtotal?: number;
  readonly lineTotals?: ByLine;
  readonly discounts?: ByLine;
  readonly lineDiscounts?: Readonly<Record<string, ByLine>>;
  readonly unitDiscounts?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly unitTotals?: Readonly<Record<string, readonly number[]>>;
  readonly ungiven?: ByLine;
  readonly gifts?: readonly GoldenGift[];
  readonly subtotalWithGifts?: number;
  readonly lineCount?: number;
  readonly notApplied?: readonly GoldenRefusal[];
  readonly nextRung?: readonly { readonly promotion: string; readonly shortfall: Readonly<Record<string, number>> }[];
  readonly invariantUnder?: readonly string[];
}

export interface GoldenGift {
  readonly promotion: string;
  readonly line?: string;
  readonly sku?: string;
  readonly quantity?: number;
  readonly grams?: number;
  readonly value?: number;
  readonly points?: number;
  readonly lineShares?: ByLine;
}

export interface GoldenRefusal {
  readonly promotion: string;
  readonly reason: string;
  readonly shortfall?: Readonly<Record<string, number>>;
}
