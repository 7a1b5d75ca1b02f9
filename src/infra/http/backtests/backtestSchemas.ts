import { z } from 'zod';
import { orderRange } from '../../../commands/backtest/backtestMessage.js';
import { ASSUMPTIONS } from '../../../domain/backtest/assumptions.js';
import { reportSchema } from './reportSchema.js';

const instant = z.string().meta({ format: 'date-time' });

export const backtestSchema = z
  .strictObject({
    id: z.string(),
    status: z.enum(['running', 'done', 'cancelled', 'failed']),
    startedAt: instant,
    endedAt: instant.nullable(),
    progress: z.strictObject({
      position: z.string().meta({ description: 'How far the log was read' }),
      head: z.string().meta({ description: 'How far it goes' }),
    }),
    change: z.strictObject({
      hash: z.string().meta({ description: 'SHA-256 of what is tested, as the log remembers it' }),
      tested: z.array(z.string()),
      without: z.array(z.string()),
    }),
    orders: orderRange,
    zone: z.string(),
    assumed: z
      .array(z.strictObject({ code: z.enum(ASSUMPTIONS), zh: z.string(), en: z.string() }))
      .meta({ description: 'What the report takes for granted: show it beside every figure' }),
    report: reportSchema.nullable().meta({ description: 'null until it is done' }),
    fault: z.string().nullable().meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'backtest' });
