import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb, { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type handleServerStreamingCall, type ServerWritableStream, status } from '@grpc/grpc-js';
import type { RecordInLog, StandInLog } from './standInLog.js';
import type { Subscribers } from './subscribers.js';

const BACKWARDS = 1;

export function read(log: StandInLog, subscribers: Subscribers): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    const options = call.request.getOptions()!;
    call.on('error', () => {});
    const all = options.getAll();
    if (!all) sendStream(call, options, log);
    else if (options.hasSubscription()) subscribe(call, placeIn(all), log, subscribers);
    else sendAll(call, options, log, placeIn(all));
  };
}

type Call = ServerWritableStream<ReadReq, ReadResp>;

function sendAll(call: Call, options: ReadReq.Options, log: StandInLog, place: number): void {
  const backward = options.getReadDirection() === BACKWARDS;
  const found = log.all.filter(({ position }) => (backward ? position < place : position >= place));
  if (log.isPlace(place)) send(call, backward ? found.reverse() : found, options);
  else fail(call, 'Unexpected ReadAllResult: Error');
}

function sendStream(call: Call, options: ReadReq.Options, log: StandInLog): void {
  const wanted = options.getStream()!;
  const records = log.stream(Buffer.from(wanted.getStreamIdentifier()!.getStreamName_asU8()).toString('utf8'));
  const from = wanted.hasRevision() ? Number(wanted.getRevision()) : undefined;
  if (!records) {
    const missing = new streamsPb.ReadResp.StreamNotFound().setStreamIdentifier(wanted.getStreamIdentifier());
    call.write(new streamsPb.ReadResp().setStreamNotFound(missing));
    call.end();
  } else if (options.getReadDirection() === BACKWARDS) {
    send(call, records.slice(0, (from ?? records.length) + 1).reverse(), options);
  } else {
    send(call, records.slice(from ?? 0), options);
  }
}

function subscribe(call: Call, place: number, log: StandInLog, subscribers: Subscribers): void {
  if (!log.isPlace(place)) {
    fail(call, 'Exception was thrown by handler.');
    return;
  }
  const confirmation = new streamsPb.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
  call.write(new streamsPb.ReadResp().setConfirmation(confirmation));
  subscribers.add(call, place);
}

/** Where a read of all begins; a subscription begins after it. */
function placeIn(all: ReadReq.Options.AllOptions): number {
  if (all.hasPosition()) return Number(all.getPosition()!.getCommitPosition());
  return all.hasEnd() ? Number.POSITIVE_INFINITY : 0;
}

function send(call: Call, records: readonly RecordInLog[], options: ReadReq.Options): void {
  for (const record of records.slice(0, Number(options.getCount()))) call.write(responseOf(record));
  call.end();
}

function fail(call: Call, details: string): void {
  call.emit('error', { code: status.UNKNOWN, details });
}

export function responseOf(record: RecordInLog): ReadResp {
  const position = String(record.position);
  const event = new streamsPb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new sharedPb.UUID().setString(record.id))
    .setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from(record.stream).toString('base64')))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  event.getMetadataMap().set('type', record.type).set('content-type', record.contentType).set('created', '0');
  const read = new streamsPb.ReadResp.ReadEvent().setEvent(event).setCommitPosition(position);
  return new streamsPb.ReadResp().setEvent(read);
}
