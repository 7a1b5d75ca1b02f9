import { catalogueSchema } from '../../commands/catalogue/catalogue.js';
import { type CatalogueWriting, writeCatalogue } from '../../commands/catalogue/writeCatalogue.js';
import { type EventStore, type Position, START } from '../../commands/eventStore.js';
import type { CommandDeps } from '../../commands/ports.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import { streamName } from '../../domain/kernel/stream.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import { DEMO_SHOP, demoCatalogue } from './demoShop.js';

/** Whom the log names as the author of the demo shop. */
export const DEMO_AUTHOR = { principal: 'demo-author', role: 'operator' } as const;

/**
 * Writes the demo shop by ordinary commands: into an empty log, or to finish what an earlier start began. A log that
 * anyone else wrote into first is left alone.
 * @returns the position to wait for, or null when nothing was written.
 */
export async function writeDemoShop(
  deps: CommandDeps,
  rules: TermsRules,
  onWritten?: NonNullable<CatalogueWriting['onWritten']>,
): Promise<Position | null> {
  if (!(await isOursToWrite(deps.store))) return null;
  const catalogue = catalogueSchema(rules).parse(demoCatalogue);
  return writeCatalogue(deps, rules, catalogue, {
    shop: DEMO_SHOP,
    actor: DEMO_AUTHOR,
    ...(onWritten && { onWritten }),
  });
}

async function isOursToWrite(store: EventStore): Promise<boolean> {
  const [first] = await store.readAll(START, 1);
  if (!first) return true;
  if (first.shop !== DEMO_SHOP || first.actor.principal !== DEMO_AUTHOR.principal) return false;
  return !(await isWhole(store));
}

/** Promotions are written last, several at once: it is whole when each is. */
async function isWhole(store: EventStore): Promise<boolean> {
  for (const { promotion, publish } of demoCatalogue.promotions) {
    const stream = streamName(promotionAggregate.category, DEMO_SHOP, promotion);
    const events = await store.readStream(stream, { limit: 2 });
    if (events.length < (publish === undefined ? 1 : 2)) return false;
  }
  return true;
}
