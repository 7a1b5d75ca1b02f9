import type { Instant } from '../../domain/kernel/instant.js';
import { comparePositions, type Position, START, type StoredEvent } from '../eventStore.js';
import { isKnown } from '../storedEvents.js';
import { rememberedFacts } from './rememberedFacts.js';
import { type ProofDeps, type QuoteVerdict, verifiedQuote } from './verifyQuote.js';

const PAGE = 2_000;

export interface QuotesToVerify {
  /** Only those recorded then or later. */
  readonly since?: Instant;
  readonly shop?: string;
  readonly signal?: AbortSignal;
  readonly onVerdict: (verdict: QuoteVerdict) => void;
  readonly onProgress?: (reached: Position, head: Position) => void;
}

export interface QuotesVerified {
  readonly quotes: number;
  readonly equal: number;
  readonly different: number;
  readonly unpriceable: number;
  readonly events: number;
  /** Up to where the log was read. */
  readonly position: Position;
  /** False: it was interrupted. */
  readonly whole: boolean;
  /** Events passed over because this version does not know their type or version, by `type/version`. */
  readonly unknown: Readonly<Record<string, number>>;
}

/**
 * Every quote of the log, in its order, up to where the log ends when it begins.
 * @throws StoreUnavailable, OutsideTheLog
 */
export async function verifyQuotes(deps: ProofDeps, asked: QuotesToVerify): Promise<QuotesVerified> {
  const { since, signal, onVerdict, onProgress } = asked;
  const head = await deps.store.head();
  if (since !== undefined) await refuseBefore(deps, since);
  const facts = rememberedFacts(deps.store);
  const counts = { equal: 0, different: 0, unpriceable: 0 };
  const unknown: Record<string, number> = {};
  let events = 0;
  let position: Position = START;
  while (comparePositions(position, head) < 0 && !signal?.aborted) {
    for (const stored of await deps.store.readAll(position, PAGE)) {
      if (signal?.aborted || comparePositions(stored.position, head) > 0) break;
      position = stored.position;
      events++;
      if (isAsked(stored, asked)) {
        const verdict = await verifiedQuote(deps, stored, facts);
        counts[verdict.verdict]++;
        onVerdict(verdict);
      } else if (!isKnown(stored)) {
        const name = `${stored.type}/${stored.schemaVersion}`;
        unknown[name] = (unknown[name] ?? 0) + 1;
      }
    }
    onProgress?.(position, head);
  }
  const quotes = counts.equal + counts.different + counts.unpriceable;
  return { quotes, ...counts, events, position, whole: comparePositions(position, head) >= 0, unknown };
}

/** An instant from which the log does not tell everything, because it begins later. */
export class OutsideTheLog extends Error {
  override readonly name = 'OutsideTheLog';
}

async function refuseBefore({ store }: ProofDeps, since: Instant): Promise<void> {
  const [first] = await store.readAll(START, 1);
  if (!first) throw new OutsideTheLog('the log is empty: there is no quote to verify');
  if (since < first.recordedAt) {
    throw new OutsideTheLog(
      `${since} is before the first event of the log, of ${first.recordedAt} at position ${first.position}: ` +
        'name a later instant, or none for the whole log',
    );
  }
}

function isAsked({ type, recordedAt, shop }: StoredEvent, { since, shop: only }: QuotesToVerify): boolean {
  return (
    type === 'quote-given' && (since === undefined || recordedAt >= since) && (only === undefined || shop === only)
  );
}
