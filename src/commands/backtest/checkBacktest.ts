import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import type { Fault } from '../../domain/pricing/kind.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import { type EventStore, START } from '../eventStore.js';
import { previewFaults } from '../preview/previewFaults.js';
import type { PricingView } from '../pricingView.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import type { BacktestMessage, OrderRange } from './backtestMessage.js';
import { testedOffers } from './change.js';
import { gridCells, gridFaults } from './grid.js';

/**
 * Refuses what cannot be run, with every fault: terms that do not compile, unknown ids, instants the wrong way round or
 * before the log.
 * @throws Rejection BACKTEST_INVALID
 */
export async function checkBacktest(
  { store, view }: { readonly store: EventStore; readonly view: PricingView },
  rules: TermsRules,
  shop: string,
  message: BacktestMessage,
): Promise<void> {
  const { with: added, without, promotions, policies, orders } = message;
  const variants = [{ with: added, without, ...(policies && { policies }) }];
  const changes = previewFaults(view, shop, rules, { promotions, variants }).map(
    (fault): Fault => ({ ...fault, pointer: fault.pointer.replace('/variants/0', '') }),
  );
  const nothing = added.length + without.length + Object.keys({ ...promotions, ...policies }).length === 0;
  const [first] = await store.readAll(START, 1);
  refuse([
    ...(nothing ? [fault('', 'NOTHING_CHANGED', 'Nothing would be otherwise: name with, without or promotions.')] : []),
    ...both(message),
    ...changes,
    ...rangeFaults(orders, first?.recordedAt),
    ...(changes.length > 0 ? [] : cellFaults(view, rules, shop, message)),
  ]);
}

/** What is left out cannot be tested as well. */
function both({ with: added, promotions, without }: BacktestMessage): Fault[] {
  const tested = new Set([...added, ...Object.keys(promotions)]);
  return without.flatMap((id, at) =>
    tested.has(id) ? [fault(`/without/${at}`, 'TESTED_AND_LEFT_OUT', `${id} is tested: do not leave it out.`)] : [],
  );
}

/** Each combination must be terms that could be drafted. */
function cellFaults(view: PricingView, rules: TermsRules, shop: string, message: BacktestMessage): Fault[] {
  const { grid } = message;
  if (!grid) return [];
  const [tested, ...more] = testedOffers(view, shop, message);
  if (!tested || more.length > 0) return [fault('/grid', 'ONE_PROMOTION_ONLY', 'Test one promotion, and vary that.')];
  const faults = gridFaults(tested.terms, grid);
  if (faults.length > 0) return faults;
  return gridCells(tested.terms, grid).flatMap(({ values, terms }) =>
    termsFaults(view, rules, shop, tested.id, terms).map(({ code, message: said }) =>
      fault('/grid', code, `With ${values.join(' and ')}: ${said}`),
    ),
  );
}

function termsFaults(view: PricingView, rules: TermsRules, shop: string, id: string, terms: PromotionTerms): Fault[] {
  const { error } = rules.schema.safeParse(terms);
  if (!error) return previewFaults(view, shop, rules, { promotions: { [id]: terms } });
  return error.issues.map(({ path, message }) => fault(`/${path.join('/')}`, 'OUT_OF_RANGE', message));
}

function rangeFaults({ since, until }: OrderRange, first: Instant | undefined): Fault[] {
  const faults: Fault[] = [];
  if (since !== undefined && until !== undefined && since >= until) {
    faults.push(fault('/orders/until', 'RANGE_EMPTY', `until must be after since, ${since}.`));
  }
  if (first === undefined) return faults;
  if (since !== undefined && since < first) {
    faults.push(fault('/orders/since', 'BEFORE_THE_LOG', `The log begins at ${first}: name that, later, or nothing.`));
  }
  if (until !== undefined && until <= first) {
    faults.push(fault('/orders/until', 'BEFORE_THE_LOG', `The log begins at ${first}: name a later instant.`));
  }
  return faults;
}

function fault(pointer: string, code: string, message: string): Fault {
  return { pointer, code, message };
}

function refuse(errors: readonly Fault[]): void {
  if (errors.length === 0) return;
  throw new Rejection('BACKTEST_INVALID', `This cannot be run: ${errors.length} fault(s), see errors.`, { errors });
}
