import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Answer, Command } from '../../../src/infra/rabbitmq/commandMessage.js';
import { DELIVERIES } from '../../../src/infra/rabbitmq/topology.js';
import { describeServer } from '../../servers/describeServer.js';
import { TrialDoor } from './trialDoor.js';
import { until } from './until.js';

const DONE: Answer = {
  status: 200,
  contentType: 'application/json',
  headers: {},
  text: '{"done":true}',
  refusal: null,
};
const REFUSED: Answer = { ...DONE, status: 409, text: '{"code":"NO"}', refusal: 'NO: not now' };

describeServer('rabbitmq', 'The door for commands', (url) => {
  let door: TrialDoor;
  let asked: Command[];

  beforeEach(async () => {
    door = await TrialDoor.open(url);
    asked = [];
  });
  afterEach(() => door.close());

  const noting = (answer: Answer) => async (command: Command) => {
    asked.push(command);
    return answer;
  };
  const names = () => asked.map(({ name }) => name);
  const someBytes = Buffer.from('{}');
  const tell = (name: string, options = {}) =>
    door.caller.tell(name, someBytes, { messageId: randomUUID(), ...options });

  test('is asked by routing key or by type, and answers to whoever asked', async () => {
    await door.answers(noting({ ...DONE, headers: { etag: '"3"' } }));
    const options = { correlationId: 'mine', headers: { Authorization: 'Bearer x', 'min-position': 7, odd: [1] } };
    const replied = await door.caller.ask('by-key', {}, { ...options, messageId: 'm1' });
    await door.caller.ask('by-key', {}, { type: 'by-type' });
    expect(names()).toEqual(['by-key', 'by-type']);
    expect(replied).toMatchObject({ status: 200, headers: { etag: '"3"' }, contentType: 'application/json' });
    expect(asked[0]!.headers).toEqual({
      authorization: 'Bearer x',
      'min-position': '7',
      'x-request-id': 'mine',
      'idempotency-key': 'm1',
      'content-type': 'application/json',
    });
    await until(async () => (await door.waiting()) === 0);
  });

  test('does not carry out what expired while it waited', async () => {
    tell('late', { expiration: 1 });
    await until(async () => (await door.waiting()) === 0);
    tell('in-time', { expiration: 60_000 });
    await door.answers(noting(DONE));
    await until(() => asked.length > 0);
    expect(names()).toEqual(['in-time']);
  });

  test('does not carry out what expired between two deliveries', async () => {
    let entered = () => {};
    const inHand = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const first = await door.answers(async () => {
      entered();
      throw new Error('died');
    });
    tell('late', { expiration: 3_000 });
    await inHand;
    const expired = Date.now() + 3_000;
    await expect(first.running).rejects.toThrow('died');
    await until(() => Date.now() > expired);
    await door.answers(noting(DONE));
    await door.caller.ask('next', {});
    expect(names()).toEqual(['next']);
  });

  test('does again what was not answered when its process died, and acknowledges what was', async () => {
    const first = await door.answers(async ({ name }) => {
      if (name === 'deadly') throw new Error('died');
      return DONE;
    });
    await door.caller.ask('harmless', {});
    const answered = door.caller.ask('deadly', {});
    await expect(first.running).rejects.toThrow('died');
    await door.answers(noting(DONE));
    expect((await answered).json).toEqual({ done: true });
    expect(names()).toEqual(['deadly']);
  });

  test('puts aside what brought its reader down again and again', async () => {
    const die = async () => {
      throw new Error('died');
    };
    tell('deadly');
    for (let times = 0; times < DELIVERIES; times++) {
      const { running } = await door.answers(die);
      await expect(running).rejects.toThrow('died');
    }
    await door.answers(noting(DONE));
    await until(async () => (await door.putAside()).length > 0);
    expect(await door.putAside()).toEqual([`it came ${DELIVERIES + 1} times and was never answered`]);
    expect(asked).toEqual([]);
  });

  test('puts aside, with the reason, what it refused when nobody waits to hear it', async () => {
    await door.answers(noting(REFUSED));
    tell('no');
    await until(async () => (await door.putAside()).length > 0);
    expect(await door.putAside()).toEqual(['no replyTo to say it to: NO: not now']);
    await until(async () => (await door.waiting()) === 0);
  });

  test('says nothing into its own queues, whatever replyTo asks for', async () => {
    await door.answers(noting(DONE));
    const { commands } = door.trial.topology;
    tell('loop', { replyTo: commands });
    await until(async () => (await door.putAside()).length > 0);
    expect(await door.putAside()).toEqual([`its replyTo ${commands} is a queue of Orchard`]);
    expect(asked).toEqual([]);
  });

  test('lets an answer go that nobody waits for any more', async () => {
    await door.answers(noting(DONE));
    tell('orphan', { replyTo: `gone-${randomUUID()}` });
    await until(async () => asked.length === 1 && (await door.waiting()) === 0);
    expect(await door.putAside()).toEqual([]);
  });

  test('puts aside a command whose answer is refused by the queue it is for', async () => {
    const full = `full-${randomUUID()}`;
    const { channel } = door.caller;
    await channel.assertQueue(full, {
      exclusive: true,
      arguments: { 'x-max-length': 0, 'x-overflow': 'reject-publish' },
    });
    await door.answers(noting(DONE));
    tell('unwanted', { replyTo: full });
    await until(async () => (await door.putAside()).length > 0);
    expect(await door.putAside()).toEqual([`the queue ${full} took no answer`]);
  });

  test('has no more under way than it may, and leaves the rest to others', async () => {
    let letGo = () => {};
    const free = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = async (command: Command) => {
      asked.push(command);
      await free;
      return DONE;
    };
    for (let one = 0; one < 5; one++) tell(`c${one}`);
    await until(async () => (await door.waiting()) === 5);
    await door.answers(slow, 2);
    await until(() => asked.length === 2);
    const others: Command[] = [];
    await door.answers(async (command) => {
      others.push(command);
      return DONE;
    });
    await until(() => others.length === 3);
    expect(asked).toHaveLength(2);
    letGo();
  });

  test('finishes what is under way when it stops', async () => {
    let letGo = () => {};
    const free = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { stop } = await door.answers(async (command) => {
      asked.push(command);
      await free;
      return DONE;
    });
    const replied = door.caller.ask('slow', {});
    await until(() => asked.length === 1);
    const stopped = stop();
    letGo();
    expect((await replied).status).toBe(200);
    await stopped;
    expect(await door.waiting()).toBe(0);
  });

  test('says so when its queue has other arguments', async () => {
    const { channel } = door.caller;
    const { commands } = door.trial.topology;
    await channel.deleteQueue(commands);
    await channel.assertQueue(commands, { durable: true });
    await expect(door.answers(noting(DONE))).rejects.toThrow(
      /queue .*commands with other arguments than Orchard needs .*delete it when nothing else uses it/,
    );
  });

  test('is stopped by no bytes and no properties', async () => {
    await door.answers(noting(REFUSED));
    for (let one = 0; one < 200; one++) {
      const odd = () => randomBytes(1 + Math.floor(Math.random() * 20)).toString('latin1');
      door.caller.tell(odd(), randomBytes(one * 7), {
        ...(one % 2 && { type: odd(), messageId: odd() }),
        ...(one % 3 && { replyTo: odd(), correlationId: odd() }),
        ...(one % 5 && {
          contentType: odd(),
          contentEncoding: odd(),
          headers: { [odd()]: odd(), n: null, t: { a: 1 } },
        }),
      });
    }
    expect((await door.caller.ask('still-there', {})).status).toBe(409);
    await until(async () => (await door.waiting()) === 0);
    expect(asked).toHaveLength(201);
  });
});
