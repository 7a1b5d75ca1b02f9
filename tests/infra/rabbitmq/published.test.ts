import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cloudEventSchema } from '../../../src/commands/published/cloudEvent.js';
import { publishedKey } from '../../../src/commands/published/publishedEvents.js';
import { openInMemory, type RunningOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { writeDemoShop } from '../../../src/infra/demo/writeDemoShop.js';
import { describeServer } from '../../servers/describeServer.js';
import { CommandCaller } from './commandCaller.js';
import { TrialBus } from './trialBus.js';
import { until } from './until.js';

test('the routing key of a published event is its category and its public name', () => {
  expect(publishedKey('promotion', 'orchard.promotion-published.v1')).toBe('promotion.promotion-published.v1');
});

describeServer('rabbitmq', 'Events for others', (url) => {
  let orchard: RunningOrchard;
  let trial: TrialBus;
  let reader: CommandCaller;

  beforeEach(async () => {
    orchard = await openInMemory();
    trial = new TrialBus(url, orchard.store, []);
    await trial.declare();
    reader = await CommandCaller.open(url, trial.topology.published);
  });
  afterEach(async () => {
    await reader.close();
    await trial.dispose();
    await orchard.close();
  });

  async function readBy(binding: string, options: object = {}) {
    const queue = `reader-${randomUUID()}`;
    await reader.channel.assertQueue(queue, { exclusive: true, ...options });
    await reader.channel.bindQueue(queue, trial.topology.published, binding);
    // biome-ignore lint/suspicious/noExplicitAny: events of every type
    const read: any[] = [];
    await reader.channel.consume(queue, (message) => read.push(JSON.parse(message!.content.toString())));
    return read;
  }

  const relayed = async () => until(async () => trial.progress.at === (await orchard.store.head()));

  test('are those of the log that are published, in its order, as the HTTP feed has them', async () => {
    const [all, products] = [await readBy('#'), await readBy('product.#')];
    const drafted = await readBy('*.promotion-drafted.*');
    await writeDemoShop(orchard.deps, orchard.terms, () => {});
    trial.relay();
    await relayed();
    await until(() => all.at(-1)?.type === 'orchard.promotion-published.v1' && products.length > 0);
    const positions = all.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    for (const event of all) cloudEventSchema.parse(event);
    expect(products).toEqual(all.filter(({ subject }) => subject.startsWith('product/')));
    expect(drafted).toEqual(all.filter(({ type }) => type === 'orchard.promotion-drafted.v1'));
    expect(drafted.length).toBeGreaterThan(0);
  });

  test('hold nobody up whose queue refuses them', async () => {
    await readBy('#', { arguments: { 'x-max-length': 0, 'x-overflow': 'reject-publish' } });
    await reader.channel.assertQueue(`full-${trial.topology.prefix}`, {
      exclusive: true,
      arguments: { 'x-max-length': 1, 'x-overflow': 'reject-publish' },
    });
    await reader.channel.bindQueue(`full-${trial.topology.prefix}`, trial.topology.published, '#');
    await writeDemoShop(orchard.deps, orchard.terms, () => {});
    trial.relay();
    await relayed();
    expect(Number(trial.progress.at)).toBeGreaterThan(10);
  });
});
