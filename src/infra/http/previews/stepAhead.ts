import { z } from 'zod';
import type { StepAhead } from '../../../domain/fillUp/stepAhead.js';
import { given, moreToBuy } from '../../../domain/pricing/sentences/moreToBuy.js';
import { shortfallSchema } from '../quotes/quoteSchemas.js';
import { sentenceSchema } from '../routes/sentence.js';

export const stepSchema = z
  .strictObject({
    offer: z.string(),
    name: z.string(),
    shortfall: shortfallSchema,
    gives: z.record(z.string(), z.unknown()).meta({ description: 'What it would give' }),
    sentence: sentenceSchema,
  })
  .meta({ id: 'step-ahead' });

/** A step ahead as callers see it, in words too. */
export function shownStep({ offer, shortfall, gives }: StepAhead, name: string) {
  return {
    offer,
    name,
    shortfall,
    gives,
    sentence: {
      zh: `再买${moreToBuy(shortfall, 'zh')}即可${given(gives, 'zh')}`,
      en: `Buy ${moreToBuy(shortfall, 'en')} more to ${given(gives, 'en')}`,
    },
  };
}
