import { z } from 'zod';
import { BacktestJobs } from '../../../commands/backtest/backtestJobs.js';
import { backtestMessage } from '../../../commands/backtest/backtestMessage.js';
import { RUN_BACKTEST } from '../../../commands/backtest/recordBacktest.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { commandContext } from '../requests/commandContext.js';
import { minPosition } from '../requests/minPosition.js';
import { idParams } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { backtestSchema } from './backtestSchemas.js';
import { shownBacktest } from './shownBacktest.js';

const PATH = '/v1/backtests';
const ONE = { path: `${PATH}/{id}`, params: idParams('id') };

/** Promotions run over past orders: started, looked at and cancelled, while others are answered. */
export function backtestRoutes({ deps, terms }: ApiDeps): Route[] {
  const jobs = new BacktestJobs(deps, terms);
  const answer = (about: string, status = 200) => [{ status, about, schema: backtestSchema }];
  return [
    route({
      method: 'POST',
      path: PATH,
      summary: 'Run drafts, other terms or fewer promotions over past orders; only that it ran is recorded',
      query: z.strictObject(minPosition),
      body: backtestMessage(terms),
      example: {
        promotions: {
          spend_80_15: {
            name: '满80减15',
            kind: 'spend-threshold',
            benefit: { ladder: [{ from: 8_000, amountOff: 1_500 }] },
            scope: { store: true },
          },
        },
        orders: { last: 1_000 },
      },
      answers: answer('It runs: ask for it at Location', 202),
      problems: ['BACKTEST_INVALID', 'BACKTESTS_BUSY', 'VIEW_BEHIND'],
      command: RUN_BACKTEST,
      handle: async (request) => {
        const position = request.query['min-position'];
        if (position !== undefined) await deps.view.reached(position);
        const job = await jobs.start(commandContext(deps.machine, request), request.body);
        return jsonAnswer(202, shownBacktest(deps.machine, job), { location: `${PATH}/${job.id}` });
      },
    }),
    route({
      ...ONE,
      method: 'GET',
      summary: 'How far a backtest is, and its report when it is done',
      answers: answer('The backtest'),
      problems: ['BACKTEST_UNKNOWN'],
      handle: async ({ caller, params }) =>
        jsonAnswer(200, shownBacktest(deps.machine, jobs.job(caller.shop, params['id']!))),
    }),
    route({
      ...ONE,
      method: 'DELETE',
      summary: 'Cancel a backtest that runs; one that is over stays as it is',
      answers: answer('The backtest, over'),
      problems: ['BACKTEST_UNKNOWN'],
      handle: async ({ caller, params }) =>
        jsonAnswer(200, shownBacktest(deps.machine, await jobs.cancel(caller.shop, params['id']!))),
    }),
  ];
}
