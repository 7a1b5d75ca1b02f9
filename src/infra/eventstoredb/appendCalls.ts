import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc, { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { insideOf } from './insideOfClient.js';
import type { OutgoingEvent } from './recordedEvent.js';

export type AppendCall = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Waiting {
  readonly resolve: (answer: BatchAppendResp) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Appends over one call of the server for many in flight, each answered under its correlation id.
 *
 * The client has such a call too. It is not used: it keeps what waits in one table for the process, so a failure of one
 * client rejects the appends of another, and both a late answer and a connection that breaks under load end in promises
 * nobody can catch, which end the process. Its other way, a call for each append, does half as many on disk.
 */
export class AppendCalls {
  readonly #calls = new WeakMap<StreamsClient, AppendCall | Promise<AppendCall>>();
  readonly #waiting = new WeakMap<AppendCall, Map<string, Waiting>>();

  /** The server's answer. @throws what ended the call: then nobody knows what became of the append. */
  async append(
    client: EventStoreDBClient,
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly OutgoingEvent[],
  ): Promise<BatchAppendResp> {
    const call = await this.#callOn(client);
    const waiting = this.#waiting.get(call)!;
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // What does not fit into the socket is kept: every caller waits for its answer, so it is bounded by what is in flight.
      call.write(requestOf(id, stream, expected, events));
    });
  }

  #callOn(client: EventStoreDBClient): Promise<AppendCall> {
    const inside = insideOf(client);
    const make = (service: StreamsClient) =>
      this.#listening(service.batchAppend(...inside.callArguments({}, { deadline: Number.POSITIVE_INFINITY })));
    return inside.GRPCStreamCreator(streamsGrpc.StreamsClient, 'append', make, this.#calls)();
  }

  #listening(call: AppendCall): AppendCall {
    const waiting = new Map<string, Waiting>();
    this.#waiting.set(call, waiting);
    const broken = (error: unknown) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    return call
      .on('data', (answer: BatchAppendResp) => {
        const id = answer.getCorrelationId()?.getString() ?? '';
        waiting.get(id)?.resolve(answer);
        waiting.delete(id);
      })
      .on('error', broken)
      .on('end', () => broken(new Error('EventStoreDB ended the call')));
  }
}

function requestOf(
  id: string,
  stream: StreamName,
  expected: ExpectedRevision,
  events: readonly OutgoingEvent[],
): BatchAppendReq {
  const options = new streamsPb.BatchAppendReq.Options();
  options.setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')));
  if (expected === 'none') options.setNoStream(new sharedPb.Empty());
  else options.setStreamPosition(String(expected));
  return new streamsPb.BatchAppendReq()
    .setCorrelationId(uuid(id))
    .setOptions(options)
    .setProposedMessagesList(events.map(proposed))
    .setIsFinal(true);
}

function proposed({ id, type, metadata, data }: OutgoingEvent) {
  const message = new streamsPb.BatchAppendReq.ProposedMessage();
  message.setId(uuid(id)).setCustomMetadata(metadata).setData(data);
  message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
  return message;
}

function uuid(text: string) {
  return new sharedPb.UUID().setString(text);
}
