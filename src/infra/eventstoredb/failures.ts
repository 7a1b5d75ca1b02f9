import { AppendTooLarge, RevisionConflict, StoreUnavailable } from '../../commands/eventStore.js';

/** What the client throws: its own errors have a type, raw ones of gRPC a code, and some an exception's name. */
interface ClientFailure {
  readonly name?: string;
  readonly type?: string;
  readonly code?: number | string;
  readonly message: string;
  readonly metadata?: { get(key: string): readonly unknown[] };
}

/** The server understood and said no, and would again: trying again is no use. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'access-denied':
    'EventStoreDB denies access: mend the user and password in ORCHARD_EVENTSTOREDB_URL, or their rights',
  'stream-deleted': 'the stream was deleted in EventStoreDB, and nothing can be appended to it again',
};

/** A refusal by the server that trying again does not mend; nothing was stored. */
export class EventStoreDbRefused extends Error {
  override readonly name = 'EventStoreDbRefused';
}

/** What says already what it means to the port. */
const MEANT = [RevisionConflict, AppendTooLarge, StoreUnavailable, EventStoreDbRefused, RangeError];

export function isStreamNotFound(error: unknown): boolean {
  return (error as ClientFailure).type === 'stream-not-found';
}

/** What a failed call means to the port. Everything that is no clear refusal may be tried again. */
export function failureOfCall(what: string, error: unknown): Error {
  if (MEANT.some((kind) => error instanceof kind)) return error as Error;
  const { message } = error as ClientFailure;
  if (message.includes('Unexpected ReadAllResult')) {
    return new RangeError(
      `no record of this EventStoreDB is at that position, so it is another log's (${what}): views made of that log are ` +
        'made anew by "orchard rebuild"',
    );
  }
  const refusal = REFUSALS[kindOf(error)];
  if (refusal) return new EventStoreDbRefused(`${refusal} (${what}: ${message})`, { cause: error });
  return new StoreUnavailable(`EventStoreDB cannot be used (${what}): ${message}`, { cause: error });
}

/** Failures of one kind are the same trouble, whichever call has it. */
export function kindOf(error: unknown): string {
  const { type, metadata, code, name } = error as ClientFailure;
  return type ?? metadata?.get('exception')[0]?.toString() ?? `${name} ${code}`;
}
