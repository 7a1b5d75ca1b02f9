import { describe, expect, test } from '@jest/globals';
import { RevisionConflict } from '../../src/commands/eventStore.js';
import { RehearsalStore } from '../../src/commands/rehearsalStore.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { events as sampleEvents } from '../contract/eventStore/sampleEvents.js';

const STREAM = 'product-demo.apple';

describe('A rehearsal', () => {
  test('reads back what it appended after what is really there, forward and backward, and the real log stays', async () => {
    const real = new MemoryEventStore();
    await real.append(STREAM, 'none', sampleEvents(2));
    const rehearsal = new RehearsalStore(real);
    const head = await real.head();
    expect(await rehearsal.append(STREAM, 1, sampleEvents(2))).toEqual({ revision: 3, position: head });
    const revisions = async (slice = {}) => (await rehearsal.readStream(STREAM, slice)).map(({ revision }) => revision);
    expect(await revisions()).toEqual([0, 1, 2, 3]);
    expect(await revisions({ from: 1, limit: 2 })).toEqual([1, 2]);
    expect(await revisions({ direction: 'backward', limit: 3 })).toEqual([3, 2, 1]);
    expect(await revisions({ direction: 'backward', from: 2, limit: 2 })).toEqual([2, 1]);
    expect(await real.readStream(STREAM)).toHaveLength(2);
    expect(await rehearsal.head()).toBe(head);
    expect(await rehearsal.readAll('0', 10)).toHaveLength(2);
  });

  test('refuses what the real log would refuse', async () => {
    const rehearsal = new RehearsalStore(new MemoryEventStore());
    await rehearsal.append(STREAM, 'none', sampleEvents(1));
    await expect(rehearsal.append(STREAM, 'none', sampleEvents(1))).rejects.toThrow(RevisionConflict);
    await expect(rehearsal.append(STREAM, 0, [])).rejects.toThrow(RangeError);
  });
});
