import { describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { foldBatch } from '../../src/projections/foldBatch.js';
import type { Row } from '../../src/projections/projection.js';
import type { Checkpoint, Parked } from '../../src/projections/viewStore.js';
import { lampLog, lampProjection } from './lampProjection.js';
import { logOf } from './sampleLog.js';

const START: Checkpoint = { version: 1, position: '0', parked: [] };
const noRows = async () => new Map();

/** What a batch makes of nothing: `a5` for a lamp of 5 watts. */
async function folded(events: readonly StoredEvent[], checkpoint: Checkpoint = START) {
  const { step, waitsAt } = await foldBatch(lampProjection(), checkpoint, events, noRows);
  const rows = (step.rows as readonly Row<{ watts: number }>[]).map(({ id, document }) => `${id}${document.watts}`);
  return {
    rows,
    to: step.to,
    parked: step.parked.map(({ stream, position }: Parked) => `${stream}@${position}`),
    waitsAt,
  };
}

describe('a batch', () => {
  test('is folded into a row a stream, and moves to its last event', async () => {
    expect(await folded(lampLog('a5 b7 a1'))).toEqual({ rows: ['a6', 'b7'], to: '3', parked: [], waitsAt: null });
  });

  test('goes on from the rows there are', async () => {
    const [first, second] = lampLog('a5 a2');
    const row: Row<{ watts: number }> = {
      stream: first!.stream,
      shop: 'demo',
      id: 'a',
      revision: 0,
      position: '1',
      document: { watts: 5 },
    };
    const { step } = await foldBatch(
      lampProjection(),
      { ...START, position: '1' },
      [second!],
      (async () => new Map([[row.stream, row]])) as never,
    );
    expect(step).toMatchObject({ from: '1', to: '2', rows: [{ revision: 1, position: '2', document: { watts: 7 } }] });
  });

  test('of other categories only moves the position', async () => {
    const others = logOf(
      ['product-demo.x', { type: 'product-recalled', data: {} }],
      ['lampshade-demo.x', { type: 'x', data: {} }],
    );
    expect(await folded(others)).toEqual({ rows: [], to: '2', parked: [], waitsAt: null });
  });

  test('passes over what is before the checkpoint, and what comes twice', async () => {
    const [one, two, three] = lampLog('a1 a2 a4') as [StoredEvent, StoredEvent, StoredEvent];
    expect(await folded([one, one, two, one, two, three, three])).toMatchObject({ rows: ['a7'], to: '3' });
    expect(await folded([one, two], { ...START, position: '2' })).toMatchObject({ rows: [], to: '2' });
  });

  test('with positions of more digits keeps their order', async () => {
    const [one, two] = lampLog('a1 a2') as [StoredEvent, StoredEvent];
    expect(
      await folded([
        { ...one, position: '9' },
        { ...two, position: '10' },
      ]),
    ).toMatchObject({ rows: ['a3'], to: '10' });
  });
});

describe('an event that cannot be folded', () => {
  test('parks its stream and only that', async () => {
    expect(await folded(lampLog('a1 b2 a! a4 b8'))).toEqual({
      rows: ['a1', 'b10'],
      to: '5',
      parked: ['lamp-demo.a@3'],
      waitsAt: null,
    });
  });

  test('is remembered with what went wrong', async () => {
    const { step } = await foldBatch(lampProjection(), START, lampLog('a!'), noRows);
    expect(step.parked).toEqual([
      { stream: 'lamp-demo.a', position: '1', type: 'lamp-broken', error: 'a broken lamp has no watts' },
    ]);
  });

  test('keeps its stream parked in later batches', async () => {
    const parked = [{ stream: 'lamp-demo.a', position: '1', type: 'lamp-broken', error: 'x' }];
    const [, later, other] = lampLog('a! a4 b8');
    expect(await folded([later!, other!], { version: 1, position: '1', parked })).toMatchObject({
      rows: ['b8'],
      parked: ['lamp-demo.a@1'],
    });
  });

  test('is also one whose row no table can show', async () => {
    expect(await folded(lampLog('a1 a12 a1 b2'))).toMatchObject({ rows: ['a1', 'b2'], parked: ['lamp-demo.a@2'] });
  });

  test('is also one before which events of its stream are missing', async () => {
    const [first, , third, other] = lampLog('a1 a2 a4 b8');
    expect(await folded([first!, third!, other!])).toMatchObject({ rows: ['a1', 'b8'], parked: ['lamp-demo.a@3'] });
  });
});

test('an event that this version does not know stops the projection right before it', async () => {
  const { rows, to, parked, waitsAt } = await folded(lampLog('a1 b! b2 c? a4'));
  expect({ rows, to, parked }).toEqual({ rows: ['a1'], to: '3', parked: ['lamp-demo.b@2'] });
  expect(waitsAt?.stored.position).toBe('4');
});

test('an event that this version does not know, first of all, leaves the projection where it stood', async () => {
  expect(await folded(lampLog('c?'))).toMatchObject({ rows: [], to: '0' });
});
