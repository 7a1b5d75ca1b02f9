import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import { responseOf } from './readService.js';
import type { StandInLog } from './standInLog.js';

interface Subscriber {
  readonly call: ServerWritableStream<ReadReq, ReadResp>;
  after: number;
}

/** Who follows the log; the server's own events are left out, as the filter of every subscription of ours asks. */
export class Subscribers {
  readonly #subscribers = new Set<Subscriber>();
  log!: StandInLog;

  get count(): number {
    return this.#subscribers.size;
  }

  add(call: Subscriber['call'], after: number): void {
    const subscriber = { call, after };
    this.#subscribers.add(subscriber);
    call.on('cancelled', () => this.#subscribers.delete(subscriber));
    this.#feed(subscriber);
  }

  feedAll(): void {
    for (const subscriber of this.#subscribers) this.#feed(subscriber);
  }

  /** They get an error, and neither an end nor anything else. */
  break(): void {
    for (const { call } of this.#subscribers) call.emit('error', { code: status.UNAVAILABLE, details: 'gone' });
    this.#subscribers.clear();
  }

  /** They get nothing more, not even an error. */
  mute(): void {
    this.#subscribers.clear();
  }

  #feed(subscriber: Subscriber): void {
    for (const record of this.log.all.slice(indexAfter(this.log, subscriber.after))) {
      subscriber.after = record.position;
      if (!record.stream.startsWith('$')) subscriber.call.write(responseOf(record));
    }
  }
}

function indexAfter({ all }: StandInLog, position: number): number {
  let low = 0;
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (all[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
