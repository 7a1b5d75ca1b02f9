import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import type { Answer, Expected, Proposed, StandInLog } from './standInLog.js';

const MOST_BYTES = 1_048_576;

/** What the answers go through on their way: a stand-in loses some. */
export type Answering = (send: () => void) => void;

export function batchAppend(
  log: StandInLog,
  answering: Answering,
): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const parts = new Map<string, { readonly options: BatchAppendReq.Options; readonly events: Proposed[] }>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!.getString();
      const append = parts.get(id) ?? { options: request.getOptions()!, events: [] };
      parts.set(id, append);
      append.events.push(...request.getProposedMessagesList().map(proposedOf));
      if (!request.getIsFinal()) return;
      parts.delete(id);
      answer(call, request, answerTo(log, append.options, append.events), answering);
    });
    call.on('end', () => call.end());
    call.on('error', () => {});
  };
}

function answerTo(log: StandInLog, options: BatchAppendReq.Options, events: readonly Proposed[]): BatchAppendResp {
  const answer = new streamsPb.BatchAppendResp().setStreamIdentifier(options.getStreamIdentifier());
  const bytes = events.reduce((sum, { data }) => sum + data.length, 0);
  if (bytes > MOST_BYTES) {
    const details = new sharedPb.MaximumAppendSizeExceeded().setMaxappendsize(MOST_BYTES);
    return answer.setError(failure('MaximumAppendSizeExceeded', details));
  }
  const stream = Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8()).toString('utf8');
  return told(answer, log.append(stream, expectedOf(options), events));
}

function told(answer: BatchAppendResp, outcome: Answer): BatchAppendResp {
  if (outcome.kind === 'unsure') return answer.setError(failure('Timeout', new sharedPb.Timeout()));
  if (outcome.kind === 'wrong') {
    const details = new sharedPb.WrongExpectedVersion();
    if (outcome.current === 'none') details.setCurrentNoStream(new sharedPb.Empty());
    else details.setCurrentStreamRevision(String(outcome.current));
    return answer.setError(failure('WrongExpectedVersion', details));
  }
  const at = String(outcome.position);
  const position = new sharedPb.AllStreamPosition().setCommitPosition(at).setPreparePosition(at);
  const success = new streamsPb.BatchAppendResp.Success();
  return answer.setSuccess(success.setCurrentRevision(String(outcome.revision)).setPosition(position));
}

function answer(
  call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>,
  request: BatchAppendReq,
  response: BatchAppendResp,
  answering: Answering,
): void {
  response.setCorrelationId(request.getCorrelationId());
  // After the commit, as on the real one.
  setImmediate(() => answering(() => call.writable && call.write(response)));
}

function failure(kind: string, details: Message) {
  const any = new anyPb.Any();
  any.pack(details.serializeBinary(), `event_store.client.${kind}`);
  return new statusPb.Status().setMessage(kind).setDetails(any);
}

function expectedOf(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'none';
  if (options.hasStreamExists()) return 'exists';
  return options.hasStreamPosition() ? Number(options.getStreamPosition()) : 'any';
}

function proposedOf(message: BatchAppendReq.ProposedMessage): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: String(metadata.get('type')),
    contentType: String(metadata.get('content-type')),
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
}
