import { describe, expect, test } from '@jest/globals';
import { Followers } from '../../../src/infra/bootstrap/followers.js';

/** A pause that ends when the test says so, and tells how long it was asked to be. */
function steps() {
  const waits: number[] = [];
  let go: () => void = () => {};
  let asked: () => void = () => {};
  const pause = (millis: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waits.push(millis);
      go = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
      asked();
    });
  const paused = () =>
    new Promise<void>((resolve) => {
      asked = resolve;
    });
  return { waits, pause, paused, goOn: () => go() };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

describe('a follower that fails', () => {
  test('is started again, later each time, and at most half a minute later', async () => {
    const { waits, pause, paused, goOn } = steps();
    const followers = new Followers(pause);
    let next = paused();
    followers.follow('tables', () => Promise.reject(new Error('disk full')));
    for (let failures = 1; failures < 7; failures++) {
      await next;
      next = paused();
      goOn();
    }
    await next;
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(followers.fault()).toBe('tables: disk full');
    await followers.stop();
  });

  test('has no fault once it got on again, and begins with a short wait if it fails anew', async () => {
    const { waits, pause, paused, goOn } = steps();
    const followers = new Followers(pause);
    let runs = 0;
    let running: () => void = () => {};
    const third = new Promise<void>((resolve) => {
      running = resolve;
    });
    const first = paused();
    followers.follow('tables', async (signal, alive) => {
      runs += 1;
      if (runs === 2) alive();
      if (runs < 3) throw new Error(`failure ${runs}`);
      alive();
      running();
      await untilAborted(signal);
    });
    await first;
    expect(followers.fault()).toBe('tables: failure 1');
    const second = paused();
    goOn();
    await second;
    expect(followers.fault()).toBe('tables: failure 2');
    goOn();
    await third;
    expect(followers.fault()).toBeNull();
    expect(waits).toEqual([1000, 1000]);
    await followers.stop();
  });

  test('does not hold up stopping while it waits', async () => {
    const { pause, paused } = steps();
    const followers = new Followers(pause);
    const waiting = paused();
    followers.follow('tables', () => Promise.reject(new Error('disk full')));
    await waiting;
    await followers.stop();
    expect(followers.fault()).toBe('tables: disk full');
  });
});
