import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EVENTS, type SealedLog, sealedLog } from './sealedLog.js';
import { audited, type Missed, tamper } from './tamper.js';
import { TAMPERINGS } from './tamperings.js';

const CASES = 1_000;

let log: SealedLog;

beforeAll(async () => {
  log = await sealedLog();
});

afterAll(() => log.close());

describe('a copied log', () => {
  test('that nobody touched is whole', async () => {
    log.restore();
    expect(await audited(log)).toMatchObject({ breach: null, whole: true, stand: { count: EVENTS } });
  });

  test(`is found out in each of ${CASES} random tamperings, at the event where it begins`, async () => {
    const missed: Missed[] = [];
    for (let seed = 0; seed < CASES; seed++) {
      const found = await tamper(log, seed);
      if (found) missed.push(found);
    }
    expect(missed).toEqual([]);
    expect(Object.keys(TAMPERINGS).length).toBeLessThan(CASES / 50);
  });

  test('that was made whole again is whole', async () => {
    log.restore();
    expect(await audited(log)).toMatchObject({ breach: null, whole: true });
  });
});
