import { describe, expect, test } from '@jest/globals';
import { progressOf } from '../../../src/infra/cli/print/progress.js';
import { CapturedTerminal } from './capturedTerminal.js';

describe('progress where nobody looks at a terminal', () => {
  test('says nothing for the first two seconds, then a plain line every two', () => {
    const terminal = new CapturedTerminal();
    const progress = progressOf('pricing', terminal);
    for (const seconds of [1, 2.5, 3, 5]) {
      terminal.now = seconds * 1000;
      progress.reached(seconds * 100, 1000);
    }
    progress.end();
    expect(terminal.complained).toBe(
      'pricing: 250 of 1000 (100/s, 8 s left)\npricing: 500 of 1000 (100/s, 5 s left)\n',
    );
  });
});
