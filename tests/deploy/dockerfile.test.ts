import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { orchardServices, readCompose } from './composeFile.js';

const lines = readFileSync('deploy/Dockerfile', 'utf8').split('\n');
const kept = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('!'));
const copied = lines
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(' ').slice(1, -1));
const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };

describe('deploy/Dockerfile', () => {
  test.each(copied)('%s, which it copies, exists and reaches the builder', (path) => {
    expect(existsSync(path)).toBe(true);
    expect(kept).toContain(`!${path}`);
  });

  test('nothing reaches the builder that is not copied', () => {
    expect(new Set(kept)).toEqual(new Set(copied.map((path) => `!${path}`)));
  });

  test('every stage is the same pinned Node, as new as we ask for', () => {
    const images = new Set(lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]));
    expect(images.size).toBe(1);
    const [, minor] = /^node:20\.(\d+)\.\d+-bookworm-slim$/.exec([...images][0]!)!;
    expect(Number(minor)).toBeGreaterThanOrEqual(Number(/^>=20\.(\d+)\./.exec(engines.node)![1]));
  });

  test('what it copies from another stage was made there', () => {
    const stages = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' AS ')[1]);
    for (const line of lines.filter((line) => line.includes('--from='))) {
      expect(stages).toContain(/--from=(\w+)/.exec(line)![1]);
    }
  });

  test('runs node itself, not as root, and asks it whether it lives', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last).toContain('USER node');
    expect(last).toContain('ENTRYPOINT ["node", "--max-semi-space-size=32", "bin/orchard.js"]');
    const check = last.find((line) => line.startsWith('HEALTHCHECK '))!;
    const command = JSON.parse(check.slice(check.indexOf('['))) as string[];
    expect(copied).toContain(command[1]);
    for (const [, { healthcheck, build }] of orchardServices(readCompose())) {
      expect(healthcheck.test).toEqual(['CMD', ...command]);
      expect(existsSync(`${build!.context}/${build!.dockerfile}`)).toBe(true);
    }
  });
});
