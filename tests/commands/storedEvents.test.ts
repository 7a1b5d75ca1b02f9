import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { decode, encode, STORED_EVENTS, type StoredType, UnknownEvent } from '../../src/commands/storedEvents.js';
import type { DomainEvent } from '../../src/domain/kernel/decider.js';
import { sampleOf } from '../samples/frozenSamples.js';

/** Every type that an events.ts of the domain names. */
function typesOfTheDomain(): string[] {
  const files = readdirSync('src/domain', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('events.ts'),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join('src/domain', file), 'utf8');
    return [...source.matchAll(/DomainEvent<\s*'([^']+)'/g)].map((match) => match[1]!);
  });
}

describe('the table of stored events', () => {
  test('has exactly the types of the domain', () => {
    expect(Object.keys(STORED_EVENTS).sort()).toEqual(typesOfTheDomain().sort());
  });

  test.each(Object.entries(STORED_EVENTS))(
    '%s is kebab, has no version in its name, and an upcaster from each older one',
    (name, type) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(Object.keys(type.upcasters)).toEqual(Array.from({ length: type.version - 1 }, (_, n) => String(n + 1)));
    },
  );
});

describe('an event that is stored and read', () => {
  test('is canonical JSON of the version written now', () => {
    const event: DomainEvent = { type: 'customer-tier-set', data: { tier: 'gold', nothing: undefined } };
    expect(encode(event)).toEqual({ type: 'customer-tier-set', schemaVersion: 1, data: '{"tier":"gold"}' });
  });

  test('has its data and when it was recorded and holds, and nothing of who asked', () => {
    const { stored } = sampleOf('customer-tier-set', 1);
    expect(decode(stored)).toStrictEqual({
      type: 'customer-tier-set',
      data: { tier: 'gold' },
      revision: 1,
      recordedAt: '2026-11-11T03:00:00.000Z',
      effectiveFrom: '2026-11-01T00:00:00.000Z',
    });
  });

  test.each(['customer-promoted', 'constructor', 'toString', '__proto__', ''])('of the type %j is unknown', (type) => {
    const { stored } = sampleOf('customer-tier-set', 1);
    expect(() => decode({ ...stored, type })).toThrow(UnknownEvent);
    expect(() => encode({ type, data: {} })).toThrow(TypeError);
  });

  test('of a version to come is unknown, and says where it is and what to do', () => {
    const { stored } = sampleOf('customer-tier-set', 1);
    expect(() => decode({ ...stored, schemaVersion: 2 })).toThrow(
      'customer-demo.c_1001 holds customer-tier-set version 2 at position 15, ' +
        'which this version of Orchard does not know: run the version that wrote it, or a newer one.',
    );
  });
});

describe('an event of an older version', () => {
  const planted: Readonly<Record<string, StoredType>> = {
    'customer-tier-set': {
      version: 3,
      upcasters: {
        1: (data) => ({ level: (data as { tier: string | null }).tier }),
        2: (data) => ({ ...(data as object), points: 0 }),
      },
    },
  };
  const stored = (schemaVersion: number, data: string): StoredEvent => ({
    ...sampleOf('customer-tier-set', 1).stored,
    schemaVersion,
    data,
  });
  const read = (version: number, data: string) => decode(stored(version, data), planted).data;

  test('is brought up step by step', () => {
    expect(read(1, '{"tier":"gold"}')).toEqual({ level: 'gold', points: 0 });
    expect(read(2, '{"level":"gold"}')).toEqual({ level: 'gold', points: 0 });
    expect(read(3, '{"level":"gold","points":7}')).toEqual({ level: 'gold', points: 7 });
    expect(() => read(4, '{}')).toThrow(UnknownEvent);
  });

  test('is written anew only in the newest', () => {
    expect(encode({ type: 'customer-tier-set', data: {} }, planted).schemaVersion).toBe(3);
  });
});
