import { z } from 'zod';
import { type Catalogue, catalogueSchema } from '../../../commands/catalogue/catalogue.js';
import { grams, localId } from '../../../commands/messageFields.js';
import type { TermsRules } from '../../../commands/promotion/describePromotion.js';
import { JIN } from '../../../domain/kernel/weight.js';
import { UsageError } from '../exitCode.js';

/** What one item of a list is: a piece of a SKU, or so many grams of it. */
export interface Goods {
  readonly sku: string;
  readonly grams?: number;
}

export interface TrialCatalogue {
  readonly catalogue: Catalogue;
  /** By product name. */
  readonly goods: ReadonlyMap<string, Goods>;
}

/** Reads a catalogue file: a catalogue, and under `usualGrams` how much of a weighed SKU people take. @throws UsageError */
export function trialCatalogue(file: string, text: string, rules: TermsRules): TrialCatalogue {
  const { usualGrams = {}, ...catalogue } = parsed(file, text, rules);
  const goods = new Map<string, Goods>();
  for (const { sku, name, soldBy } of catalogue.products) {
    if (goods.has(name))
      throw new UsageError(`${file}: two products are called "${name}": item lists name goods by it.`);
    goods.set(name, soldBy === 'piece' ? { sku } : { sku, grams: usualGrams[sku] ?? JIN });
  }
  return { catalogue, goods };
}

function parsed(file: string, text: string, rules: TermsRules) {
  const schema = catalogueSchema(rules).extend({ usualGrams: z.record(localId, grams).optional() });
  const result = schema.safeParse(json(file, text));
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, 20).map(({ path, message }) => `  /${path.join('/')}: ${message}`);
  throw new UsageError(`${file} is no catalogue:\n${faults.join('\n')}`);
}

function json(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
}
