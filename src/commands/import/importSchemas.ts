import { z } from 'zod';
import type { CataloguePromotion } from '../catalogue/catalogue.js';
import { registerCustomer } from '../customer/registerCustomer.js';
import { localId, reason } from '../messageFields.js';
import { describeProduct } from '../product/describeProduct.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import type { ImportRow } from './importRow.js';

/** What each kind of row must be. */
export function importSchemas(rules: TermsRules): Readonly<Record<ImportRow['kind'], z.ZodType>> {
  const promotion: z.ZodType<CataloguePromotion> = z.strictObject({
    promotion: localId,
    terms: rules.schema,
    publish: reason.optional(),
  });
  return { product: describeProduct.message, customer: registerCustomer.message, promotion };
}

/** The field that names what a row is about, and so tells its kind. */
export const NAMING_FIELD: Readonly<Record<ImportRow['kind'], string>> = {
  product: 'sku',
  customer: 'customer',
  promotion: 'promotion',
};

/** The kind of a row that has these fields; undefined: it names none. */
export function kindOfRow(fields: readonly string[]): ImportRow['kind'] | undefined {
  const kinds = Object.keys(NAMING_FIELD) as ImportRow['kind'][];
  return kinds.find((kind) => fields.includes(NAMING_FIELD[kind]));
}
