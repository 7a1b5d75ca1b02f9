import { z } from 'zod';
import { differenceSchema, variantSchema } from '../previews/previewSchemas.js';

const fen = z.int().meta({ description: 'Fen' });
const count = z.int().min(0);
const instant = z.string().meta({ format: 'date-time' });

const totals = z.strictObject({ list: fen, discount: fen, delivery: fen, pay: fen }).meta({ id: 'order-totals' });

const group = z
  .strictObject({
    key: z.string(),
    orders: count,
    changed: count,
    discountWas: fen,
    discountWould: fen,
  })
  .meta({ id: 'backtest-group' });

const offer = z
  .strictObject({
    offer: z.string(),
    ordersWas: count,
    ordersWould: count,
    gaveWas: fen,
    gaveWould: fen,
    displaced: count.meta({ description: 'Orders to which it would have given nothing any more' }),
    displacedFen: fen.meta({ description: 'What it gave those' }),
  })
  .meta({ id: 'backtest-offer' });

const runOut = z.strictObject({ at: instant, order: z.string() }).nullable();

const needed = z
  .strictObject({
    promotion: z.string(),
    budget: fen.meta({ description: 'The budget it would have needed' }),
    uses: count,
    limits: z.strictObject({ budget: fen.optional(), maxUses: count.optional() }),
    budgetRunsOut: runOut.meta({ description: 'The first order its budget would not have covered' }),
    usesRunOut: runOut,
  })
  .meta({ id: 'backtest-needed' });

const sideBySide = z
  .strictObject({
    order: z.string(),
    quote: z.string(),
    at: instant,
    variants: z
      .array(variantSchema)
      .meta({ description: 'As it was, and as it would be, as a preview shows two prices' }),
    difference: differenceSchema,
  })
  .meta({ id: 'backtest-order' });

const cell = z
  .strictObject({
    values: z.array(z.int()),
    reached: count,
    changed: count,
    gave: fen.meta({ description: 'Given by the promotion' }),
    cost: fen.meta({ description: 'What customers would have paid less' }),
  })
  .meta({ id: 'backtest-cell' });

export const reportSchema = z
  .strictObject({
    orders: count.meta({ description: 'Priced again' }),
    changed: count.meta({ description: 'Of which anything differs' }),
    reached: count.meta({ description: 'To which a promotion under test would have given something' }),
    was: totals,
    would: totals,
    pay: fen.meta({ description: 'What customers would have paid more; negative: less, the cost' }),
    bySku: z.array(group).meta({ description: 'On goods; what differs most first' }),
    byTier: z.array(group).meta({ description: 'On goods and delivery; an empty key: no tier' }),
    byDay: z.array(group).meta({ description: 'On goods and delivery' }),
    offers: z.array(offer).meta({ description: 'Of which something differs; who would have lost most first' }),
    needed: z.array(needed).meta({ description: 'What each promotion under test would have taken of its limits' }),
    cutAtFloor: count.meta({ description: 'Orders in which an offer would have crossed a floor, and was cut' }),
    cutAtGreatest: count.meta({ description: 'The same for the greatest discount of the store' }),
    most: z.array(sideBySide).meta({ description: 'The ten that change most' }),
    grid: z.array(cell).meta({ description: 'The promotion with each combination of the values asked for' }),
    unpriceable: z.strictObject({
      orders: count.meta({ description: 'Orders left out, because the log does not have all of their facts' }),
      first: z.array(z.strictObject({ order: z.string(), reason: z.string() })),
    }),
    position: z.string().meta({ description: 'Up to where the log was read' }),
  })
  .meta({ id: 'backtest-report' });
