import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { batchAppend } from './appendService.js';
import { read } from './readService.js';
import { StandInLog } from './standInLog.js';
import { Subscribers } from './subscribers.js';

/**
 * A stand-in for EventStoreDB in the process of a test, for runs without a real one: it speaks the real client's own
 * protocol, keeps everything in memory, and misbehaves as the real one was seen to.
 */
export class EventStoreStandIn {
  readonly #subscribers = new Subscribers();
  readonly #log = new StandInLog(() => this.#subscribers.feedAll());
  #server = new Server();
  #port = 0;
  #lostAnswers = 0;

  private constructor(private readonly version: string) {
    this.#subscribers.log = this.#log;
  }

  static async start({ version = '23.10.6' } = {}): Promise<EventStoreStandIn> {
    const standIn = new EventStoreStandIn(version);
    await standIn.#listen();
    return standIn;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  get subscriptions(): number {
    return this.#subscribers.count;
  }

  /** The next so many appends are stored and never answered. */
  loseAnswers(count: number): void {
    this.#lostAnswers = count;
  }

  breakSubscriptions(): void {
    this.#subscribers.break();
  }

  muteSubscriptions(): void {
    this.#subscribers.mute();
  }

  /** Every connection is cut; what was written stays. */
  async stop(): Promise<void> {
    this.#server.forceShutdown();
    this.#subscribers.mute();
    this.#log.forgetRecentIds();
  }

  /** Comes back at the same address. */
  async startAgain(): Promise<void> {
    this.#server = new Server();
    await this.#listen();
  }

  async #listen(): Promise<void> {
    const answering = (send: () => void) => {
      if (this.#lostAnswers > 0) this.#lostAnswers--;
      else send();
    };
    this.#server.addService(streamsGrpc.StreamsService, {
      read: read(this.#log, this.#subscribers),
      batchAppend: batchAppend(this.#log, answering),
    } as never);
    this.#server.addService(featuresGrpc.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: (error: null, features: unknown) => void) => {
        const batch = new featuresPb.SupportedMethod();
        batch.setMethodName('batchappend').setServiceName('event_store.client.streams.streams');
        const features = new featuresPb.SupportedMethods().setEventStoreServerVersion(this.version);
        features.addMethods(batch);
        answer(null, features);
      },
    } as never);
    this.#port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(`127.0.0.1:${this.#port}`, ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
  }
}
