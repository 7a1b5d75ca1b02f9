import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldenQuoteInput } from './goldenCase.js';
import type { GoldenRefundInput } from './oracleRefund.js';

export interface GoldenQuoteCase extends GoldenQuoteInput {
  readonly kind: 'quote';
  readonly id: string;
  readonly title: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface GoldenAllocationCase {
  readonly kind: 'allocation';
  readonly id: string;
  readonly title: string;
  readonly policy?: Readonly<Record<string, string>>;
  readonly weights: readonly number[];
  readonly amount: number;
  readonly clampToWeights?: boolean;
  readonly expect?: readonly number[];
  readonly expectAnyOrder?: readonly number[];
  readonly expectSum?: number;
  readonly expectError?: string;
}

export interface GoldenRefundCase extends GoldenRefundInput {
  readonly kind: 'refund';
  readonly id: string;
  readonly title: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

export type GoldenCase =
  | GoldenQuoteCase
  | GoldenAllocationCase
  | GoldenRefundCase
  | { readonly kind: 'limit'; readonly id: string };

/** Jest runs in the root of the project. */
const folder = join(process.cwd(), 'tests', 'golden');

export function goldenCases(from = folder): GoldenCase[] {
  return readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file: { schema: string; cases: GoldenCase[] } = JSON.parse(readFileSync(join(from, name), 'utf8'));
      if (file.schema !== 'promotion-golden/1') throw new Error(`${name}: unknown schema ${file.schema}`);
      return file.cases;
    });
}
