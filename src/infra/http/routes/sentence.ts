import { z } from 'zod';

/** What is said to people, in each language there is. */
export const sentenceSchema = z
  .strictObject({ zh: z.string(), en: z.string() })
  .meta({ id: 'sentence', example: { zh: '满100元减20元', en: '¥20 off ¥100' } });
