import { sameJson } from '../../domain/kernel/canonicalJson.js';
import type { DomainEvent } from '../../domain/kernel/decider.js';
import { streamName } from '../../domain/kernel/stream.js';
import { statusOf, termsOf } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { Catalogue, CataloguePromotion } from '../catalogue/catalogue.js';
import { type Command, handle } from '../command.js';
import type { CommandContext } from '../context.js';
import { registerCustomer } from '../customer/registerCustomer.js';
import { loadStream } from '../loadStream.js';
import type { CommandDeps } from '../ports.js';
import { describeProduct } from '../product/describeProduct.js';
import { draftPromotion, revisePromotion, type TermsRules } from '../promotion/describePromotion.js';
import { publishPromotion } from '../promotion/promotionLife.js';

/** One row of an import: what a product, a customer or a promotion is to be. */
export type ImportRow =
  | { readonly kind: 'product'; readonly message: Catalogue['products'][number] }
  | { readonly kind: 'customer'; readonly message: Catalogue['customers'][number] }
  | { readonly kind: 'promotion'; readonly message: CataloguePromotion };

export interface Importing {
  readonly shop: string;
  readonly actor: CommandContext['actor'];
  /** The correlation of everything it records. */
  readonly correlation: string;
}

const REVISED_BECAUSE = 'import';

/**
 * Makes one thing what a row says, by the ordinary commands; what is so already is left alone, so that importing again
 * changes nothing.
 * @returns whether anything was recorded. @throws Rejection of the command that is refused.
 */
export async function importRow(
  deps: CommandDeps,
  rules: TermsRules,
  row: ImportRow,
  importing: Importing,
): Promise<boolean> {
  const carry = async <Message, State, Event extends DomainEvent, Facts>(
    command: Command<Message, State, Event, Facts>,
    message: Message,
  ): Promise<boolean> => {
    const commandId = deps.machine.newId();
    const context = { ...importing, commandId, requestHash: deps.machine.sha256(commandId) };
    return (await handle(deps, command, context, message)).events.length > 0;
  };
  switch (row.kind) {
    case 'product':
      return carry(describeProduct, row.message);
    case 'customer':
      return carry(registerCustomer, row.message);
    case 'promotion': {
      const { publish, ...described } = row.message;
      const stream = streamName(promotionAggregate.category, importing.shop, described.promotion);
      const { state } = await loadStream(deps.store, promotionAggregate, stream);
      const status = statusOf(state);
      let changed = false;
      if (!status) changed = await carry(draftPromotion(rules), described);
      else if (!sameJson(termsOf(state), described.terms)) {
        changed = await carry(revisePromotion(rules), { ...described, reason: REVISED_BECAUSE });
      }
      // One that was paused or ended since stays so: a row says that it was once put in force, not for ever.
      const isToPublish = publish !== undefined && (status ?? 'draft') === 'draft';
      const { promotion } = described;
      return isToPublish ? (await carry(publishPromotion, { promotion, reason: publish })) || changed : changed;
    }
  }
}
