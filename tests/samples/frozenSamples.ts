import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '../../src/commands/eventStore.js';

const FOLDER = join('tests', 'samples', 'events');

/** An event as some version of Orchard stored it, and the state it makes of its past. Once written, never edited. */
export interface FrozenSample {
  /** Samples of the same stream before it; without any it is folded alone. */
  readonly past?: readonly string[];
  readonly stored: StoredEvent;
  readonly state: unknown;
}

export function sampleNames(): readonly string[] {
  return readdirSync(FOLDER).sort();
}

export function sampleText(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

export function sampleOf(type: string, version: number): FrozenSample {
  return JSON.parse(sampleText(`${type}.v${version}.json`));
}

/** File name to SHA-256 of the file: what was released. */
export function manifest(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join('tests', 'samples', 'manifest.json'), 'utf8'));
}

/** What is wrong with the samples, compared with what was released. */
export function faultsOfSamples(
  names: readonly string[],
  textOf: (name: string) => string,
  released: Readonly<Record<string, string>>,
): readonly string[] {
  const edited = names.filter((name) => released[name] && released[name] !== sha256(textOf(name)));
  return [
    ...edited.map((name) => `${name} was edited: a stored form is a contract for ever`),
    ...names
      .filter((name) => !released[name])
      .map((name) => `${name} is not in manifest.json: ${sha256(textOf(name))}`),
    ...Object.keys(released)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} was removed`),
  ];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
