import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { DomainEvent } from '../../domain/kernel/decider.js';
import { type Command, handle } from '../command.js';
import { commandIdOf } from '../commandId.js';
import type { CommandContext } from '../context.js';
import { registerCustomer } from '../customer/registerCustomer.js';
import { comparePositions, type Position, START } from '../eventStore.js';
import type { CommandDeps } from '../ports.js';
import { describeProduct } from '../product/describeProduct.js';
import { draftPromotion, type TermsRules } from '../promotion/describePromotion.js';
import { publishPromotion } from '../promotion/promotionLife.js';
import { setShopPolicies } from '../shop/setShopPolicies.js';
import type { Catalogue, CataloguePromotion } from './catalogue.js';

/** Commands under way at once: enough for the store to commit them in groups. */
const AT_ONCE = 256;

export interface CatalogueWriting {
  readonly shop: string;
  readonly actor: CommandContext['actor'];
  /** Told after each entry. */
  readonly onWritten?: (written: number, of: number) => void;
}

/**
 * Makes a shop what a catalogue says, by the ordinary commands. Command ids come from shop, principal and entry, so
 * writing the same again changes nothing, and an interrupted writing is finished by writing again.
 * @returns the position of the last event, or START when there was nothing to record.
 * @throws Rejection of the first command that is refused; the commands before it stand.
 */
export async function writeCatalogue(
  deps: CommandDeps,
  rules: TermsRules,
  catalogue: Catalogue,
  writing: CatalogueWriting,
): Promise<Position> {
  const { policies, products, customers, promotions } = catalogue;
  const total = (policies ? 1 : 0) + products.length + customers.length + promotions.length;
  let written = 0;
  let last: Position = START;

  const carry = async <Message, State, Event extends DomainEvent, Facts>(
    command: Command<Message, State, Event, Facts>,
    message: Message,
  ): Promise<void> => {
    const { position } = await handle(deps, command, contextOf(deps, command, message, writing), message);
    if (position !== null && comparePositions(position, last) > 0) last = position;
  };
  const each = (entries: readonly (() => Promise<void>)[]) =>
    inGroups(entries, async (write) => {
      await write();
      written += 1;
      writing.onWritten?.(written, total);
    });
  const promotion = async ({ publish, ...drafted }: CataloguePromotion): Promise<void> => {
    await carry(draftPromotion(rules), drafted);
    if (publish !== undefined) await carry(publishPromotion, { promotion: drafted.promotion, reason: publish });
  };

  if (policies) await each([() => carry(setShopPolicies, policies)]);
  await each(products.map((product) => () => carry(describeProduct, product)));
  await each(customers.map((customer) => () => carry(registerCustomer, customer)));
  await each(promotions.map((entry) => () => promotion(entry)));
  return last;
}

function contextOf<Message, State, Event extends DomainEvent, Facts>(
  { machine }: CommandDeps,
  command: Command<Message, State, Event, Facts>,
  message: Message,
  { shop, actor }: CatalogueWriting,
): CommandContext {
  const commandId = commandIdOf(shop, actor.principal, `${command.name} ${command.target(message)}`);
  const requestHash = machine.sha256(canonicalJson({ command: command.name, message }));
  return { shop, actor, commandId, requestHash, correlation: commandId };
}

async function inGroups<T>(entries: readonly T[], work: (entry: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    await Promise.all(entries.slice(start, start + AT_ONCE).map(work));
  }
}
