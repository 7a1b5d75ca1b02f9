import { explainQuote } from '../../../src/commands/quote/explainQuote.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import { Violation } from '../violation.js';
import type { World } from '../world.js';
import type { Invariant } from './invariant.js';

const SAMPLE = 6;

/** I10: the same input and rules give the same answer on any node, later: quotes are priced again from the log. */
export class QuotesVerify implements Invariant {
  async atRest(world: World): Promise<void> {
    const { server, dice, apis } = world;
    const quotes = server.log.filter(({ type }) => type === 'quote-given');
    for (const { stream } of dice.shuffled(quotes).slice(0, SAMPLE)) {
      const { id } = streamParts(stream);
      const { verified } = await world.until(explainQuote(dice.pick(apis).process.deps, 'demo', id));
      if (!verified) throw new Violation('I10 money adds up', `quote ${id} does not come out again`);
    }
  }
}
