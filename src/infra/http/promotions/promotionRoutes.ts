import { z } from 'zod';
import { revisePromotion } from '../../../commands/promotion/describePromotion.js';
import {
  endPromotion,
  pausePromotion,
  publishPromotion,
  resumePromotion,
  stopPromotion,
} from '../../../commands/promotion/promotionLife.js';
import { PROMOTION_STATUSES } from '../../../domain/promotion/state.js';
import { promotionChronicle } from '../../../projections/history/chronicles.js';
import { STATUS_NUMBERS } from '../../../projections/promotions/typeNumbers.js';
import type { ApiDeps } from '../apiDeps.js';
import { historyRoute } from '../history/historyRoute.js';
import { commandRoute } from '../routes/commandRoute.js';
import { listRoute } from '../routes/listRoute.js';
import { readRoute } from '../routes/readRoute.js';
import type { Route } from '../routes/route.js';
import { draftRoute } from './draftRoute.js';
import { promotionResource } from './promotionResource.js';

/** Promotions and their lives. */
export function promotionRoutes(api: ApiDeps): Route[] {
  const promotions = promotionResource(api);
  const inPath = 'promotion';
  const living = ['PROMOTION_UNKNOWN', 'PROMOTION_OVER'] as const;
  const life = (verb: string, command: typeof publishPromotion | typeof pausePromotion, summary: string, why: string) =>
    commandRoute(api, promotions, {
      method: 'POST',
      verb,
      command: command as typeof publishPromotion,
      inPath,
      summary,
      example: { reason: why },
      problems: [...living, ...(LIFE_PROBLEMS[verb] ?? [])],
    });
  return [
    listRoute(api, promotions, {
      query: {
        status: z.enum(PROMOTION_STATUSES).optional().meta({ description: 'Only those of this status' }),
        kind: z
          .string()
          .max(40)
          .optional()
          .meta({ description: 'Only those of this kind', example: 'spend-threshold' }),
      },
      where: ({ status, kind }) => ({
        ...(status !== undefined && { status: STATUS_NUMBERS[status] }),
        ...(kind !== undefined && { kind }),
      }),
      fixed: ['kind'],
    }),
    readRoute(api, promotions),
    historyRoute(api, promotions, promotionChronicle),
    draftRoute(api, promotions),
    commandRoute(api, promotions, {
      method: 'PUT',
      command: revisePromotion(api.terms),
      inPath,
      ifMatch: 'required',
      summary: 'Replace the terms; of a published one only what may change while it runs',
      example: {
        terms: {
          name: '满100减25',
          kind: 'spend-threshold',
          benefit: { ladder: [{ from: 10_000, amountOff: 2_500 }] },
          scope: { store: true },
        },
        reason: '加码',
      },
      problems: [...living, 'KIND_FIXED', 'PROMOTION_RUNNING', 'TERMS_INVALID'],
    }),
    life('/publish', publishPromotion, 'Put a draft in force, within its schedule', '秋季大促'),
    life('/pause', pausePromotion, 'Take it out of force until it is resumed', '库存盘点'),
    life('/resume', resumePromotion, 'Put a paused one in force again', '盘点结束'),
    life('/end', endPromotion, 'End it for good; quotes given before stand', '活动结束'),
    life('/emergency-stop', stopPromotion, 'End it now; quotes with it that are not yet orders are void', '标错价'),
  ];
}

const LIFE_PROBLEMS: Readonly<Record<string, readonly ('WRONG_STATUS' | 'SCHEDULE_OVER')[]>> = {
  '/publish': ['WRONG_STATUS', 'SCHEDULE_OVER'],
  '/pause': ['WRONG_STATUS'],
  '/resume': ['WRONG_STATUS'],
};
