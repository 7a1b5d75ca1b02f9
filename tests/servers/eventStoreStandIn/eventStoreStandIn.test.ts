import { ANY, binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { describeServer } from '../describeServer.js';
import { EventStoreStandIn } from './eventStoreStandIn.js';

describe('the stand-in of EventStoreDB misbehaves as the real one does', () => {
  let standIn: EventStoreStandIn;
  beforeEach(async () => {
    standIn = await EventStoreStandIn.start();
  });
  afterEach(() => standIn.stop());

  oddities(() => standIn.url);

  test('the same events sent again without a revision are stored twice after a restart', async () => {
    const stream = freshName();
    const sent = [anEvent(), anEvent()];
    const append = () =>
      onClient(standIn.url, (client) => client.appendToStream(stream, sent, { expectedRevision: ANY }));
    await append();
    await append();
    expect(await lengthOf(standIn.url, stream)).toBe(2);
    await standIn.stop();
    await standIn.startAgain();
    await append();
    expect(await lengthOf(standIn.url, stream)).toBe(4);
  });
});

describeServer('eventstoredb', 'a real EventStoreDB is as odd as its stand-in', (url) => oddities(() => url));

function oddities(url: () => string) {
  test('old events at the head revision are written again', async () => {
    const stream = freshName();
    const sent = anEvent();
    await onClient(url(), async (client) => {
      await client.appendToStream(stream, sent, { expectedRevision: NO_STREAM });
      await client.appendToStream(stream, sent, { expectedRevision: 0n });
    });
    expect(await lengthOf(url(), stream)).toBe(2);
  });

  test('old events with one new are a wrong expected version', async () => {
    const stream = freshName();
    const sent = anEvent();
    await onClient(url(), async (client) => {
      await client.appendToStream(stream, sent, { expectedRevision: NO_STREAM });
      const more = client.appendToStream(stream, [sent, anEvent()], { expectedRevision: NO_STREAM });
      await expect(more).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    });
  });

  test('the same id with other bytes is taken for the same event', async () => {
    const stream = freshName();
    const sent = anEvent();
    await onClient(url(), async (client) => {
      await client.appendToStream(stream, sent, { expectedRevision: NO_STREAM });
      const other = { ...sent, data: Buffer.from('other') };
      expect(await client.appendToStream(stream, other, { expectedRevision: NO_STREAM })).toMatchObject({
        success: true,
      });
    });
    expect(await lengthOf(url(), stream)).toBe(1);
  });

  test('an append holds 1,048,576 bytes and no more, and the client goes on', async () => {
    const large = (bytes: number) => ({ ...anEvent(), data: Buffer.alloc(bytes) });
    await onClient(url(), async (client) => {
      const refused = client.appendToStream(freshName(), large(1_048_577), { expectedRevision: NO_STREAM });
      await expect(refused).rejects.toMatchObject({ type: 'maximum-append-size-exceeded' });
      const taken = client.appendToStream(freshName(), large(1_048_000), { expectedRevision: NO_STREAM });
      expect(await taken).toMatchObject({ success: true });
    });
  });
}

function anEvent() {
  return binaryEvent({ id: crypto.randomUUID(), type: 'sample', data: Buffer.from('x'), metadata: { by: 'a test' } });
}

function freshName(): string {
  return `oddity-${crypto.randomUUID()}`;
}

async function onClient<T>(url: string, work: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
  const client = EventStoreDBClient.connectionString(url);
  try {
    return await work(client);
  } finally {
    await client.dispose();
  }
}

function lengthOf(url: string, stream: string): Promise<number> {
  return onClient(url, async (client) => {
    let length = 0;
    for await (const _ of client.readStream(stream)) length++;
    return length;
  });
}
