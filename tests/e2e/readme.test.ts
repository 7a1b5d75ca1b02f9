import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

interface Step {
  readonly commands: readonly string[];
  /** The shown answer: JSON that the last command's answer must contain, or lines its output must have. */
  readonly shows: { readonly language: 'json' | 'text'; readonly body: string };
}

const ROOT = join(__dirname, '..', '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const README_ZH = readFileSync(join(ROOT, 'README.zh-CN.md'), 'utf8');

describe('the README', () => {
  test('has the same commands in both languages', () => {
    expect(allCommands(README)).toEqual(allCommands(README_ZH));
    expect(allCommands(README).slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  describe.each([
    ['English', README],
    ['中文', README_ZH],
  ])('in %s', (_, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'orchard-readme-'));
    let stop: () => Promise<void>;
    let url: string;

    beforeAll(async () => {
      ({ url, stop } = await serve(folder));
    });
    afterAll(async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(steps(text).map((step) => [step.commands.at(-1)!.slice(0, 70), step] as const))(
      'shows what really comes: %s',
      (_, { commands, shows }) => {
        const output = commands.map((command) => run(command, url, folder)).at(-1)!;
        if (shows.language === 'json') expect(missing(JSON.parse(shows.body), JSON.parse(output))).toEqual([]);
        else for (const line of shows.body.trimEnd().split('\n')) expect(output).toContain(line);
      },
    );
  });
});

function allCommands(text: string): string[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'));
}

function steps(text: string): Step[] {
  const blocks = text.matchAll(/<!-- run -->\n```sh\n([\s\S]*?)```\s*```(json|text)\n([\s\S]*?)```/g);
  return [...blocks].map(([, commands, language, body]) => ({
    commands: commands!.trim().split('\n'),
    shows: { language: language as 'json' | 'text', body: body! },
  }));
}

function run(command: string, url: string, folder: string): string {
  const here = command.replaceAll('http://127.0.0.1:3000', url).replace(/^npx orchard/, 'node bin/orchard.js');
  return execFileSync('sh', ['-c', here], {
    cwd: ROOT,
    env: { ...process.env, ORCHARD_DATA_DIR: folder },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function serve(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['bin/orchard.js', 'serve', '--port', '0', '--data-dir', folder], {
    cwd: ROOT,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const url = /API\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (!url) return;
      resolve({
        url,
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    });
  });
}

/** What of the shown JSON is not in the answer; lists may be shortened, their members in any order. */
function missing(shown: unknown, answer: unknown, at = ''): string[] {
  if (Array.isArray(shown)) {
    const members = Array.isArray(answer) ? answer : [];
    return shown.flatMap((member, index) =>
      members.some((candidate) => missing(member, candidate).length === 0) ? [] : [`${at}/${index}`],
    );
  }
  if (typeof shown === 'object' && shown !== null) {
    const fields = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
    return Object.entries(shown).flatMap(([name, value]) => missing(value, fields[name], `${at}/${name}`));
  }
  return shown === answer ? [] : [`${at}: shown ${JSON.stringify(shown)}, came ${JSON.stringify(answer)}`];
}
