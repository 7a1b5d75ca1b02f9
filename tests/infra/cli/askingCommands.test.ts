import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

let folder: string;
let remove: () => void;
beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
});
afterAll(() => remove());

async function orchard(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard([...args, '--data-dir', folder], doors('test'), terminal);
  return { code, terminal, out: terminal.printed, err: terminal.complained };
}

describe('orchard promotions', () => {
  test('lists what there is, in words, or as JSON lines', async () => {
    const { code, out } = await orchard('promotions', 'list', '--kind', 'spend-threshold');
    expect(code).toBe(0);
    expect(out).toMatch(/promotion +status +now/);
    expect(out).toMatch(/spend_100_20 +published +in force +spend-threshold +全场满100减20/);
    const { terminal } = await orchard('promotions', 'list', '--status', 'published', '--json');
    expect(terminal.json.length).toBeGreaterThan(5);
    expect(terminal.json.every(({ status }) => status === 'published')).toBe(true);
  });

  test('shows one, and takes it through its life with a reason', async () => {
    expect((await orchard('promotions', 'show', 'spend_100_20')).out).toContain('spend_100_20 · 全场满100减20');
    expect((await orchard('promotions', 'pause', 'flash_banana')).out).toMatch(
      /^flash_banana is paused \(position \d+\)/,
    );
    expect((await orchard('promotions', 'pause', 'flash_banana')).out).toContain('paused, as it was');
    expect((await orchard('promotions', 'resume', 'flash_banana')).out).toContain('is published');
    const refused = await orchard('promotions', 'show', 'none');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('PROMOTION_UNKNOWN')]);
  });

  test.each([
    [['eat'], '"eat" is none of list, show, publish'],
    [['show'], 'Give the id: orchard promotions show ID.'],
    [['publish', 'x'], 'orchard promotions publish x --reason TEXT'],
    [['list', '--status', 'odd'], '--status is one of draft, published'],
  ])('%j is a usage error that says what to type', async (args, sentence) => {
    const { code, err } = await orchard('promotions', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('orchard search', () => {
  test('finds products and promotions by words, as a table or as JSON lines', async () => {
    const { code, out } = await orchard('search', '苹果');
    expect([code, out]).toEqual([0, expect.stringMatching(/product +fuji_apple +listed .*苹果/)]);
    const { terminal } = await orchard('search', 'spend_1', '--type', 'promotion', '--json');
    expect(terminal.json[0]).toMatchObject({ type: 'promotion', id: 'spend_100_20', kind: 'spend-threshold' });
  });

  test('says when nothing is found, and when more is', async () => {
    expect(await orchard('search', '榴莲蜜')).toMatchObject({ code: 1, err: 'orchard: nothing is found by 榴莲蜜.\n' });
    expect((await orchard('search', '苹果', '--limit', '1')).out).toContain('More than 1: say more words, or --limit.');
    expect((await orchard('search', '苹果', '--limit', '0')).code).toBe(2);
  });
});

describe('orchard analytics', () => {
  test('sums what was quoted, or says that nothing was', async () => {
    const { code, out } = await orchard('analytics', '--by', 'sku', '--from', '2099-01-01');
    expect([code, out]).toEqual([0, 'Nothing was quoted or ordered then.\n']);
    expect((await orchard('analytics', '--by', 'shop')).err).toContain('--by is one of promotion, sku');
    expect((await orchard('analytics', '--from', 'May')).code).toBe(2);
  });
});

describe('orchard history', () => {
  test('tells who did what, in two languages or as JSON', async () => {
    const { out } = await orchard('history', 'promotion', 'spend_100_20', '--language', 'zh');
    expect(out).toMatch(/T.*Z {2}.*起草/);
    expect((await orchard('history', 'promotion', 'spend_100_20')).out).toContain(
      'published it: status draft → published',
    );
    expect((await orchard('history', 'product', 'fuji_apple', '--json')).terminal.json[0].happened).toContain(
      'product-listed',
    );
  });

  test.each([
    [['nothing', 'x'], 2, 'is none of promotion, product'],
    [['product'], 2, 'orchard history product ID'],
    [['product', 'fuji_apple', '--language', 'fr'], 2, '--language is zh or en'],
    [['product', 'none'], 1, 'PRODUCT_UNKNOWN'],
  ])('%j ends with %i', async (args, wanted, sentence) => {
    const { code, err } = await orchard('history', ...args);
    expect([code, err]).toEqual([wanted, expect.stringContaining(sentence)]);
  });
});

describe('orchard --as-of', () => {
  const past = async (args: string[], position: number) => orchard(...args, '--as-of', `position:${position}`);

  test('shows promotions, their history and a price as they were', async () => {
    const { terminal } = await orchard('events', '--type', 'orchard.promotion-published.v1', '--json');
    const { position, subject } = terminal.json.find(({ subject }) => subject === 'promotion/spend_100_20');
    const id = String(subject).split('/')[1]!;
    const [before, after] = [Number(position) - 1, Number(position)];
    expect((await past(['promotions', 'show', id], before)).out).toContain('draft');
    expect((await past(['promotions', 'show', id], after)).out).toContain('published');
    expect((await past(['promotions', 'list', '--status', 'published'], before)).out).not.toContain(id);
    expect((await past(['promotions', 'list', '--status', 'published'], after)).out).toContain(id);
    expect((await past(['history', 'promotion', id], before)).out).not.toContain('published it');
    const last = terminal.json.at(-1)!.position;
    expect((await past(['preview', 'examples/basket.json'], last)).out).toMatch(/to pay \d+/);
  });

  test('says what cannot be', async () => {
    const late = await past(['promotions', 'list'], 9_999_999);
    expect([late.code, late.err]).toEqual([1, expect.stringContaining('AS_OF_TOO_LATE: The log ends at position')]);
    const odd = await orchard('history', 'product', 'fuji_apple', '--as-of', 'monday');
    expect([odd.code, odd.err]).toEqual([1, expect.stringContaining('/as-of: must be an instant such as')]);
    const changing = await past(['promotions', 'pause', 'spend_100_20'], 1);
    expect([changing.code, changing.err]).toEqual([2, expect.stringContaining('The past cannot be changed')]);
  });
});

describe('orchard events', () => {
  test('prints published events in order, from a position on', async () => {
    const { terminal, code } = await orchard('events', '--type', 'orchard.promotion-published.v1', '--json');
    expect(code).toBe(0);
    const positions = terminal.json.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const after = String(positions[0]);
    const rest = await orchard('events', '--type', 'orchard.promotion-published.v1', '--after', after, '--json');
    expect(rest.terminal.json).toHaveLength(positions.length - 1);
    expect((await orchard('events', '--subject', 'promotion/spend_100_20')).out).toMatch(
      /promotion-drafted promotion\/spend_100_20 by/,
    );
  });

  test('follows until it is interrupted, and ends well', async () => {
    const terminal = new CapturedTerminal();
    const seen = new Promise<void>((resolve) => {
      terminal.out = (text) => {
        terminal.printed += text;
        resolve();
      };
    });
    const following = runOrchard(['events', '--follow', '--data-dir', folder], doors('test'), terminal);
    await seen;
    terminal.interrupted.abort();
    expect(await following).toBe(0);
  });

  test('says what cannot be', async () => {
    expect(await orchard('events', '--after', 'x')).toMatchObject({ code: 2 });
    const unknown = await orchard('events', '--type', 'promotion-published');
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringContaining('/type: must be types that /schemas lists'),
    ]);
  });
});

describe('orchard preview', () => {
  test('prices a basket two ways side by side', async () => {
    const { code, out } = await orchard('preview', 'examples/basket.json', '--without', 'spend_100_20');
    expect(code).toBe(0);
    expect(out).toMatch(/as it is\n[\s\S]*to pay 102\.69[\s\S]*otherwise[\s\S]*the second less the first: \+20\.00/);
    const { terminal } = await orchard('preview', 'examples/basket.json', '--json');
    expect(terminal.json[0].difference).toBeNull();
    expect((await orchard('preview', 'examples/basket.json', '--trace')).out).toContain('→ apple_5_get_1: goods');
  });

  test('says what cannot be', async () => {
    expect(await orchard('preview', 'none.json')).toMatchObject({ code: 2 });
    expect(await orchard('preview', 'examples/baskets.csv')).toMatchObject({ code: 2 });
    const unknown = await orchard('preview', 'examples/basket.json', '--with', 'none');
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringContaining('/variants/1/with/0: There is no promotion none.'),
    ]);
  });
});

describe('orchard config and doctor', () => {
  const env = {
    PORT: '8080',
    ORCHARD_TOKENS: '[{"token":"a-secret-of-twenty-letters","principal":"ops","role":"operator","shop":"demo"}]',
  };
  const run = async (args: string[], given: Record<string, string> = env) => {
    const terminal = new CapturedTerminal(given);
    return { code: await runOrchard(args, doors('test'), terminal), terminal };
  };

  test('print what a server would run with, from where, and no secret', async () => {
    const { code, terminal } = await run(['config', 'print']);
    expect(code).toBe(0);
    expect(terminal.printed).toMatch(/PORT +8080 +environment/);
    expect(terminal.printed).toMatch(/HOST +127\.0\.0\.1 +default/);
    expect(terminal.printed).toMatch(/ORCHARD_TOKENS +ops \(operator of demo\) +environment/);
    expect(terminal.printed).not.toContain('a-secret');
    const wrong = await run(['config', 'print', '--json'], { PORT: 'x' });
    expect([wrong.code, wrong.terminal.json[0].fault]).toEqual([1, expect.stringContaining('PORT')]);
    expect((await run(['config', 'show'])).code).toBe(2);
  });

  test('find a sound installation sound', async () => {
    const { code, out } = await orchard('doctor');
    expect([code, out.match(/✗/g)]).toEqual([0, null]);
    expect(out).toMatch(/✓ log: position \d+/);
  });

  test('say of every fault what to do', async () => {
    const { code, terminal } = await run(['doctor', '--json', '--data-dir', '/proc/none'], { PORT: 'x' });
    expect(code).toBe(1);
    const bad = terminal.json.filter(({ state }) => state === 'bad');
    expect(bad.map(({ what }) => what)).toEqual(expect.arrayContaining(['configuration']));
    for (const { fix } of bad) expect(fix).toEqual(expect.any(String));
  });
});

test('Every command has a summary, examples and exit codes in its help', async () => {
  const commands = [
    'serve',
    'quote',
    'preview',
    'import',
    'promotions',
    'orders',
    'history',
    'events',
    'rebuild',
    'config',
    'doctor',
  ];
  for (const command of commands) {
    const terminal = new CapturedTerminal();
    expect(await runOrchard([command, '--help'], doors('test'), terminal)).toBe(0);
    expect([command, terminal.printed]).toEqual([
      command,
      expect.stringMatching(/Examples:[\s\S]*\$ .*orchard [\s\S]*Exit codes: 0 /),
    ]);
  }
});

test('Nothing to ask says what to type', async () => {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['history', 'policies', '--data-dir', '/nowhere'], doors('test'), terminal);
  expect([code, terminal.complained]).toEqual([2, expect.stringContaining('start one with "orchard serve"')]);
});
