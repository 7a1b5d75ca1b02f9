import { describe, expect, test } from '@jest/globals';
import { eventContent, eventOf } from '../../../src/infra/rabbitmq/eventMessage.js';
import { logOf } from '../../projections/sampleLog.js';

const [event] = logOf(['product-demo.apple', { type: 'product-listed', data: { name: '红富士 "A"', grams: 1 } }]);

describe('an event as a message', () => {
  test('is read back as it was, to the byte', () => {
    const caused = { ...event!, causation: 'c-7', data: '{"__proto__":{"a":1},"name":"梨\\u0000"}' };
    for (const one of [event!, caused]) expect(eventOf(eventContent(one))).toEqual(one);
  });

  test('is a CloudEvent in structured JSON', () => {
    expect(JSON.parse(eventContent(event!).toString())).toMatchObject({
      specversion: '1.0',
      id: event!.id,
      source: '/orchard/demo',
      type: 'product-listed',
      subject: 'product-demo.apple',
      time: event!.recordedAt,
      datacontenttype: 'application/json',
      data: { name: '红富士 "A"', grams: 1 },
    });
  });

  test('may say more than this version knows', () => {
    const more = JSON.parse(eventContent(event!).toString());
    expect(eventOf(Buffer.from(JSON.stringify({ ...more, tracestate: 'x' })))).toEqual(event);
  });

  const given = JSON.parse(eventContent(event!).toString());
  const bad: Record<string, Buffer> = {
    'no bytes': Buffer.alloc(0),
    'bytes that are no text': Buffer.from([0xff, 0xfe, 0]),
    'JSON of another kind': Buffer.from('[1]'),
    'no position': json({ ...given, position: undefined }),
    'a position that is no number': json({ ...given, position: '1; drop' }),
    'a revision below nothing': json({ ...given, revision: -1 }),
    'a stream without a category': json({ ...given, subject: 'apple' }),
    'numbers that are no integers': json({ ...given, data: { fen: 0.5 } }),
    'another version of the standard': json({ ...given, specversion: '2.0' }),
  };
  for (const [what, content] of Object.entries(bad)) {
    test(`with ${what} is not read`, () => {
      expect(() => eventOf(content)).toThrow();
    });
  }
});

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
