import { z } from 'zod';
import type { AllowanceCommand } from '../../../commands/allowance/aboutAllowances.js';
import { adjustByHand, openByHand } from '../../../commands/allowance/termsByHand.js';
import type { AllowanceTerms } from '../../../domain/allowance/events.js';
import { allowanceChronicle } from '../../../projections/history/chronicles.js';
import type { ApiDeps } from '../apiDeps.js';
import { historyRoute as chronicleRoute } from '../history/historyRoute.js';
import type { ProblemCode } from '../problems/problemTable.js';
import { bodyOf } from '../routes/bodyOf.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';
import type { Route } from '../routes/route.js';
import { allowanceParams, newAllowanceParams } from './allowanceParams.js';
import { shownTerms, termsShape } from './allowanceShown.js';
import { committedRoute } from './committedRoute.js';
import { customerUsesRoute } from './customerUsesRoute.js';
import { historyRoute } from './historyRoute.js';
import { holdRoutes } from './holdRoutes.js';
import { listAllowancesRoute } from './listAllowancesRoute.js';
import { readAllowanceRoute } from './readAllowanceRoute.js';

const ALLOWANCE = { path: '/v1/allowances', idName: 'id', name: 'allowance', unknown: 'ALLOWANCE_UNKNOWN' } as const;

const answer = z.strictObject(termsShape).meta({ id: 'allowance-terms' });

/** Anything limited: how much of it there is, what is left, and who holds a part of it. */
export function allowanceRoutes(api: ApiDeps): Route[] {
  const { isZone } = api.terms;
  return [
    listAllowancesRoute(api),
    readAllowanceRoute(api),
    historyRoute(api),
    // What `history` tells is hours and amounts; this is who did what.
    chronicleRoute(api, ALLOWANCE, allowanceChronicle, { params: allowanceParams, last: 'timeline' }),
    customerUsesRoute(api),
    termsRoute(api, openByHand(isZone), {
      method: 'PUT',
      path: '/v1/allowances/{id}',
      params: newAllowanceParams,
      summary: 'Open an allowance by hand; those of a promotion open by themselves',
      example: { unit: 'stock', total: 10_000, perCustomer: 2 },
      problems: ['ALLOWANCE_EXISTS'],
    }),
    termsRoute(api, adjustByHand(isZone), {
      method: 'POST',
      path: '/v1/allowances/{id}/adjust',
      params: allowanceParams,
      summary: 'Raise or lower its limits, until its promotion is revised; never below what is held and confirmed',
      example: { total: 12_000, perCustomer: 2 },
      problems: ['ALLOWANCE_BELOW_TAKEN', 'ALLOWANCE_SETTLING'],
    }),
    ...holdRoutes(api),
  ];
}

function termsRoute<Message extends { readonly allowance: string }>(
  api: ApiDeps,
  command: AllowanceCommand<Message>,
  door: {
    readonly method: 'PUT' | 'POST';
    readonly path: string;
    readonly params: z.ZodType<Readonly<Record<string, string>>>;
    readonly summary: string;
    readonly example: unknown;
    readonly problems: readonly ProblemCode[];
  },
): Route {
  return committedRoute(api, {
    ...door,
    command,
    body: bodyOf(command.message, 'allowance'),
    message: ({ id }, body) => ({ ...body, allowance: id }) as Message,
    answer,
    recorded: ({ allowance }, { data }) => inStoredOrder(shownTerms(allowance, data as AllowanceTerms)),
    found: ({ allowance }, { terms }) => inStoredOrder(shownTerms(allowance, terms!)),
  });
}
