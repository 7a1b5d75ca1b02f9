import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EventStore } from '../../../src/commands/eventStore.js';
import { exportLog } from '../../../src/commands/export/exportLog.js';
import type { ExportTarget } from '../../../src/commands/export/exportTarget.js';
import type { ExportAsked } from '../../../src/commands/export/manifest.js';
import { exportFolder } from '../../../src/infra/exports/exportFolder.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { localTimeIn } from '../../../src/infra/zones/localTimes.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { sampleOf } from '../../samples/frozenSamples.js';

const ASKED: ExportAsked = { encoding: 'csv', zone: 'Asia/Shanghai', from: null, to: null, after: '0', shop: null };
const EVENTS = 30;
const machine = { localTimeIn };

let store: EventStore;
let place: ReturnType<typeof temporaryFolder>;
beforeEach(async () => {
  place = temporaryFolder();
  store = new MemoryEventStore();
  for (let n = 0; n < EVENTS; n++) await append(n, `2026-11-2${Math.floor(n / 10)}T1${n % 10}:30:00.000Z`);
});
afterEach(() => place.remove());

/** A quote or a tier. */
async function append(n: number, recordedAt: string, type: string = n % 2 === 0 ? 'quote-given' : 'customer-tier-set') {
  const { stream, revision: _, position: __, ...event } = sampleOf(type, 1).stored;
  const id = `0199e0c0-0000-7000-8000-${String(n).padStart(12, '0')}`;
  await store.append(`${stream}${n}`, 'none', [{ ...event, id, recordedAt, effectiveFrom: recordedAt }]);
}

const into = (name: string) => join(place.folder, name);
const run = (name: string, asked: Partial<ExportAsked> = {}, target = exportFolder(into(name))) =>
  exportLog({ store, machine, target }, { ...ASKED, ...asked }, { stretchEvents: 10 });
const contents = (name: string) =>
  Object.fromEntries(
    readdirSync(into(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name: file }) => [
        join(parentPath, file).slice(into(name).length),
        readFileSync(join(parentPath, file), 'utf8'),
      ]),
  );

/** Dies at its n-th step, as a process that is killed does: what it had begun is a draft, nothing is put in order. */
function dying(target: ExportTarget, steps: number): ExportTarget {
  let left = steps;
  const mortal =
    <Args extends readonly unknown[], Answer>(act: (...args: Args) => Promise<Answer>) =>
    async (...args: Args) => {
      if (left-- <= 0) throw new Error('killed');
      return act(...args);
    };
  return {
    begin: mortal(target.begin),
    encoder: target.encoder,
    write: mortal(target.write),
    note: mortal(target.note),
    finish: mortal(target.finish),
  };
}

describe('An export', () => {
  test('killed at any step goes on to the same bytes as one that was not', async () => {
    await run('whole');
    const whole = contents('whole');
    for (let steps = 0; ; steps++) {
      const name = `killed-${steps}`;
      const ended = await run(name, {}, dying(exportFolder(into(name)), steps)).then(
        () => 'whole',
        () => 'killed',
      );
      if (ended === 'whole') break;
      expect(Object.keys(ended === 'killed' && steps > 0 ? contents(name) : {})).not.toContain('/manifest.json');
      await run(name);
      expect(contents(name)).toEqual(whole);
    }
    expect(Object.keys(whole).length).toBeGreaterThan(10);
  });

  test('goes to where the log ended when it began, however often it is begun again', async () => {
    await run('killed', {}, dying(exportFolder(into('killed')), 6)).catch(() => {});
    await append(900, '2026-11-22T19:00:00.000Z');
    const outcome = await run('killed');
    expect(outcome).toMatchObject({ whole: true, manifest: { log: { through: String(EVENTS), events: EVENTS } } });
  });

  test('reads again nothing that was written', async () => {
    await run('killed', {}, dying(exportFolder(into('killed')), 12)).catch(() => {});
    expect((await run('killed')).read).toBeLessThan(EVENTS);
  });

  test('puts an event recorded late in the order of the log on the day it was recorded, in a file of its own', async () => {
    await append(901, '2026-11-20T12:00:00.000Z', 'quote-given');
    const outcome = await run('late');
    if (!outcome.whole) throw new Error('not whole');
    const days = outcome.manifest.files.filter(({ table }) => table === 'quotes').map(({ day, last }) => [day, last]);
    expect(days.at(-1)).toEqual(['2026-11-20', String(EVENTS + 1)]);
  });

  test('of a later range changes no file of an earlier one, and together they are the whole', async () => {
    await run('first', { to: '2026-11-21T00:00:00.000Z' });
    const first = contents('first');
    const then = await run('then', { from: '2026-11-21T00:00:00.000Z' });
    expect(contents('first')).toEqual(first);
    const earlier = JSON.parse(first['/manifest.json']!).log.events;
    expect(then).toMatchObject({ whole: true, manifest: { log: { events: EVENTS - earlier } } });
  });

  test('leaves out what it does not know, and counts it', async () => {
    const { revision: _, position: __, stream: ___, ...event } = sampleOf('quote-given', 1).stored;
    await store.append('quote-demo.new', 'none', [
      { ...event, id: '0199e0c0-0000-7000-8000-0000000009ff', schemaVersion: 99 },
    ]);
    expect(await run('out')).toMatchObject({ manifest: { log: { events: EVENTS, unknown: { 'quote-given/99': 1 } } } });
  });

  test('does not go on with what another export left, or with what is none', async () => {
    await run('killed', {}, dying(exportFolder(into('killed')), 4)).catch(() => {});
    await expect(run('killed', { shop: 'other' })).rejects.toThrow('another export was cut off there (--format csv');
  });
});
