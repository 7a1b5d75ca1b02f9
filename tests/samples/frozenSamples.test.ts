import { describe, expect, test } from '@jest/globals';
import { decode, encode, STORED_EVENTS } from '../../src/commands/storedEvents.js';
import { streamParts } from '../../src/domain/kernel/stream.js';
import { aggregateOf } from './aggregates.js';
import { faultsOfSamples, manifest, sampleNames, sampleOf, sampleText } from './frozenSamples.js';
import { shownState } from './shownState.js';

const versions = Object.entries(STORED_EVENTS).flatMap(([type, { version }]) =>
  Array.from({ length: version }, (_, n) => [type, n + 1] as const),
);

describe('the frozen samples', () => {
  test('are what was released, none edited, none removed, none forgotten', () => {
    expect(faultsOfSamples(sampleNames(), sampleText, manifest())).toEqual([]);
  });

  test('are one for every version of every type ever stored', () => {
    expect(sampleNames()).toEqual(versions.map(([type, version]) => `${type}.v${version}.json`).sort());
  });

  test.each(versions)('%s version %i is read today and makes the state it always made', (type, version) => {
    const { past = [], stored, state } = sampleOf(type, version);
    const { initial, evolve } = aggregateOf(streamParts(stored.stream).category);
    expect([stored.type, stored.schemaVersion]).toEqual([type, version]);
    const events = [...past.map((name) => JSON.parse(sampleText(name)).stored), stored];
    const made = events.reduce((made, event) => evolve(made, decode(event)), initial);
    expect(shownState(made)).toEqual(state);
  });

  test.each(versions.filter(([type, version]) => STORED_EVENTS[type]!.version === version))(
    '%s version %i is written today to the byte',
    (type, version) => {
      const { stored } = sampleOf(type, version);
      const { data, schemaVersion } = encode(decode(stored));
      expect({ data, schemaVersion }).toEqual({ data: stored.data, schemaVersion: version });
    },
  );
});

describe('a sample that is', () => {
  const [name] = sampleNames();
  const released = { [name!]: manifest()[name!]! };

  test('edited is noticed', () => {
    const edited = (file: string) => sampleText(file).replace('"demo"', '"dem0"');
    expect(edited(name!)).not.toBe(sampleText(name!));
    expect(faultsOfSamples([name!], edited, released)).toEqual([expect.stringContaining('was edited')]);
  });

  test('not in the manifest is noticed', () => {
    expect(faultsOfSamples([name!], sampleText, {})).toEqual([expect.stringContaining('is not in manifest.json')]);
  });

  test('removed is noticed', () => {
    expect(faultsOfSamples([], sampleText, released)).toEqual([expect.stringContaining('was removed')]);
  });
});
