import { KINDS } from '../../domain/pricing/kinds/registry.js';
import { termsFaults } from '../../domain/pricing/termsFaults.js';
import type { TermsRules } from './describePromotion.js';
import { termsSchema } from './termsSchema.js';

/** The rules of all registered kinds. `isZone` says whether a name is a time zone. */
export function termsRules(isZone: (name: string) => boolean): TermsRules {
  return { schema: termsSchema(KINDS, isZone), findFaults: termsFaults, isZone };
}
