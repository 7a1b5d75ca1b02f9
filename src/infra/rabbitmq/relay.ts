import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, type EventStore, type Position } from '../../commands/eventStore.js';
import type { RelayProgress } from '../../projections/relayProgress.js';
import { closeConnection, connectTo } from './connection.js';
import { RelaySession } from './relaySession.js';
import { declareTopology, type Topology } from './topology.js';

/** A relay that is not heard of for so long is taken for gone. */
const LEASE_MILLIS = 5_000;
const BEAT_MILLIS = 1_000;
/** Events gather so long before those they were not routed to are told of them. */
const GATHER_MILLIS = 10;

export interface RelayParts {
  readonly url: string;
  readonly topology: Topology;
  readonly store: Pick<EventStore, 'follow' | 'head'>;
  readonly progress: RelayProgress;
  /** Names this process among others. */
  readonly holder: string;
}

/**
 * Brings the log to RabbitMQ: follows it from what was confirmed and moves that on only over a gapless stretch of
 * confirmed messages. Any number may run; one leads, and a take-over publishes some messages twice.
 */
export class Relay {
  constructor(private readonly parts: RelayParts) {}

  /**
   * Relays until the signal aborts. It calls `alive` when the bus confirmed something or had nothing to confirm.
   * @throws BusUnavailable, TopologyMismatch, and what store and progress throw; run it again then.
   */
  async run(signal: AbortSignal, alive: () => void = () => {}): Promise<void> {
    const { progress, holder } = this.parts;
    while (!signal.aborted) {
      if (await progress.lead(holder, LEASE_MILLIS)) await this.#lead(signal, alive);
      else await pause(BEAT_MILLIS, signal);
      alive();
    }
  }

  /** Relays until the signal aborts or another has the lease. */
  async #lead(signal: AbortSignal, alive: () => void): Promise<void> {
    const { url, topology, progress, holder } = this.parts;
    const connection = await connectTo(url, 'relay');
    try {
      const channel = await connection.createConfirmChannel();
      channel.on('error', () => {});
      await declareTopology(channel, topology);
      const session = new RelaySession(channel, topology, await this.#from(), Date.now);
      await session.check();
      await this.#relay(session, signal, alive);
    } finally {
      await closeConnection(connection);
      await progress.leave(holder).catch(() => {});
    }
  }

  /** Where to go on; of a log nothing was relayed of, or one that was restored, subscribers read the rest themselves. */
  async #from(): Promise<Position> {
    const [position, head] = [await this.parts.progress.position(), await this.parts.store.head()];
    return position === null || comparePositions(position, head) > 0 ? head : position;
  }

  async #relay(session: RelaySession, signal: AbortSignal, alive: () => void): Promise<void> {
    const stopping = new AbortController();
    const ending = AbortSignal.any([signal, session.ended, stopping.signal]);
    const orStop = async (work: Promise<void>) => {
      try {
        await work;
      } finally {
        stopping.abort();
      }
    };
    await Promise.all([orStop(this.#publish(session, ending)), orStop(this.#keep(session, ending, alive))]);
    if (session.ended.aborted) throw session.ended.reason;
  }

  async #publish(session: RelaySession, ending: AbortSignal): Promise<void> {
    let beating: NodeJS.Timeout | null = null;
    try {
      for await (const events of this.parts.store.follow(session.confirmed, ending)) {
        await session.publish(events);
        beating ??= setTimeout(() => {
          beating = null;
          session.beat({ all: false });
        }, GATHER_MILLIS);
      }
    } finally {
      if (beating) clearTimeout(beating);
    }
  }

  /** Every second: a heartbeat, the position and the lease kept. */
  async #keep(session: RelaySession, ending: AbortSignal, alive: () => void): Promise<void> {
    const { progress, holder } = this.parts;
    let kept: Position | null = null;
    while (!ending.aborted) {
      await session.check();
      session.beat({ all: true });
      const { confirmed } = session;
      if (!(await progress.lead(holder, LEASE_MILLIS)) || !(await progress.move(holder, confirmed))) return;
      if (kept !== null) alive();
      kept = confirmed;
      await pause(BEAT_MILLIS, ending);
    }
    await progress.move(holder, session.confirmed);
  }
}

async function pause(millis: number, signal: AbortSignal): Promise<void> {
  await sleep(millis, undefined, { signal }).catch(() => {});
}
