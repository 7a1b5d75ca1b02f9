import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import {
  type Appended,
  AppendTooLarge,
  type ExpectedRevision,
  RevisionConflict,
  StoreUnavailable,
} from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { EventStoreDbRefused, REFUSALS } from './failures.js';

/** The server answered that it does not know what became of an append. */
export class OutcomeUnknown extends StoreUnavailable {}

const PACKAGE = 'event_store.client.';

/**
 * What the server's answer to an append says.
 * @throws RevisionConflict; AppendTooLarge; EventStoreDbRefused; OutcomeUnknown.
 */
export function appendedOf(answer: BatchAppendResp, stream: StreamName, expected: ExpectedRevision): Appended {
  const success = answer.getSuccess();
  const position = success?.getPosition();
  if (success && position) {
    return { revision: Number(success.getCurrentRevision()), position: position.getCommitPosition() };
  }
  throw failureOf(answer.getError(), stream, expected);
}

function failureOf(status: Status | undefined, stream: StreamName, expected: ExpectedRevision): Error {
  const kind = status?.getDetails()?.getTypeName().replace(PACKAGE, '') ?? 'no answer';
  switch (kind) {
    case 'WrongExpectedVersion': {
      const wrong = status!.getDetails()!.unpack(sharedPb.WrongExpectedVersion.deserializeBinary, PACKAGE + kind)!;
      const actual = wrong.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : 'none';
      return new RevisionConflict(stream, expected, actual);
    }
    case 'MaximumAppendSizeExceeded':
      return new AppendTooLarge(`the append to ${stream} is larger than this EventStoreDB takes at once`);
    case 'StreamDeleted':
      return new EventStoreDbRefused(`${REFUSALS['stream-deleted']} (${stream})`);
    case 'AccessDenied':
      return new EventStoreDbRefused(`${REFUSALS['access-denied']} (append to ${stream})`);
    default:
      return new OutcomeUnknown(`EventStoreDB did not say what became of it: ${status?.getMessage() || kind}`);
  }
}
