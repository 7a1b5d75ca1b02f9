import type { EventStoreDBClient } from '@eventstore/db-client';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { CallOptions, Metadata } from '@grpc/grpc-js';
import type { AppendCall } from './appendCalls.js';

/**
 * What the client's own commands are made of. Protected there, so a new version of the client may change it: the version
 * is pinned, and the contract suite runs through every line of this.
 */
export interface InsideOfClient {
  /** Makes a call on the client's channel, one a cache and channel; the client finds a new channel when it fails. */
  GRPCStreamCreator(
    service: typeof StreamsClient,
    name: string,
    make: (service: StreamsClient) => AppendCall,
    cache: WeakMap<StreamsClient, AppendCall | Promise<AppendCall>>,
  ): () => Promise<AppendCall>;
  /** Credentials and the like, as the connection string has them. */
  callArguments(given: object, options: CallOptions): [Metadata, CallOptions];
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
}

export function insideOf(client: EventStoreDBClient): InsideOfClient {
  return client as unknown as InsideOfClient;
}
