import { isIncluded } from '../../domain/proof/inclusion.js';
import type { Sha256 } from '../../domain/proof/sha256.js';
import type { EventStore } from '../eventStore.js';
import type { ProofDeps, QuoteVerdict } from '../quote/verifyQuote.js';
import { verifyQuote } from '../quote/verifyQuote.js';
import type { CarriedProof } from './carriedProof.js';
import { signedText } from './checkpoint.js';
import { eventHash } from './eventHash.js';
import { eventsAtHand } from './eventsAtHand.js';
import { bytesOfHex } from './hexOf.js';
import type { SealKey } from './sealBook.js';

export interface ProofChecked {
  /** Sentences, none when all is proved. */
  readonly faults: readonly string[];
  readonly prices: readonly QuoteVerdict[];
}

/** Verifies a proof from nothing but itself and the key that the checkpoint must be signed with. */
export async function checkCarriedProof(
  { quotes, events, checkpoint }: CarriedProof,
  { sha256, machine, key }: { readonly sha256: Sha256; readonly key: SealKey } & Pick<ProofDeps, 'machine'>,
): Promise<ProofChecked> {
  const faults: string[] = [];
  if (checkpoint.key !== key.fingerprint) {
    faults.push(`the checkpoint was signed with the key ${checkpoint.key}, not with ${key.fingerprint}`);
  } else if (!key.signed(signedText(checkpoint), checkpoint.signature)) {
    faults.push(`the checkpoint does not bear the signature of the key ${key.fingerprint}: it was changed`);
  }
  const tree = { size: checkpoint.count, root: bytesOfHex(checkpoint.root) };
  for (const { event, index, path } of events) {
    const proof = { index, path: path.map(bytesOfHex) };
    if (!isIncluded(sha256, eventHash(sha256, event), proof, tree)) {
      faults.push(`the event at position ${event.position} is not event ${index + 1} of the log that was sealed`);
    }
  }
  // Pricing again reads streams and nothing else.
  const store = eventsAtHand(events.map(({ event }) => event)) as EventStore;
  const prices: QuoteVerdict[] = [];
  for (const { shop, quote } of quotes) {
    try {
      prices.push(await verifyQuote({ store, machine }, shop, quote));
    } catch (error) {
      faults.push(`quote ${quote} of ${shop}: ${(error as Error).message}`);
    }
  }
  return { faults, prices };
}
