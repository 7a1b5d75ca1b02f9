import { describe, expect, test } from '@jest/globals';
import { HOUSE_RULES } from './houseRules.js';
import { importGraph, withPlanted } from './importGraph.js';
import { impuritiesOf } from './impurities.js';

const asItIs = importGraph();

describe.each(HOUSE_RULES)('$name', ({ faults, planted }) => {
  test('holds', () => {
    expect(faults(asItIs)).toEqual([]);
  });

  test.each(
    planted.map(
      (files) =>
        [
          Object.entries(files)
            .map(([path, text]) => `${path}: ${text}`)
            .join('; '),
          files,
        ] as const,
    ),
  )('is seen to be broken by %s', (_, files) => {
    const known = new Set(faults(asItIs));
    const caught = faults(withPlanted(asItIs, files)).filter((fault) => !known.has(fault));
    expect(caught).not.toEqual([]);
    for (const fault of caught) expect(Object.keys(files).some((path) => fault.includes(path))).toBe(true);
  });
});

test('the rules look at the whole house', () => {
  expect(asItIs.size).toBeGreaterThan(100);
  for (const path of [
    'src/domain/kernel/mulDiv.ts',
    'src/commands/execute.ts',
    'src/projections/projector.ts',
    'src/infra/sql/sqlViewStore.ts',
  ]) {
    expect([...asItIs.keys()]).toContain(path);
  }
});

test('every relative import leads to a file', () => {
  const missing = [...asItIs.values()].flatMap(({ path, files }) =>
    files.filter((file) => !asItIs.has(file)).map((file) => `${path} imports ${file}`),
  );
  expect(missing).toEqual([]);
});

test('what only looks impure is let through', () => {
  const innocent = `
    // Date.now() and async in a comment
    const text = 'process.env, Math.random()';
    export const at = (millis: number) => new Date(millis).toISOString();
    export const parsed = Date.parse('2026-11-22T00:00:00.000Z');
    export const order = { process: 1, now: () => 1 };
    export const read = order.process + order.now();
  `;
  expect(impuritiesOf(innocent)).toEqual([]);
});
