import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { readCheckpoint, type SealedCheckpoint } from '../../commands/proof/checkpoint.js';
import type { SealBook } from '../../commands/proof/sealBook.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { HASH_BYTES } from '../../domain/proof/sha256.js';

const HASHES = 'event-hashes.bin';
const CHECKPOINT = /^checkpoint-\d{15}\.json$/;

/**
 * Seals in a folder: `event-hashes.bin`, 32 bytes an event, and a file a checkpoint, which counts from when it bears its
 * name; hashes beyond the newest are a sealing that was cut off, and are written over.
 */
export function sealFolder(folder: string): SealBook {
  return {
    checkpoints: async () => {
      const names = (await namesIn(folder)).filter((name) => CHECKPOINT.test(name)).sort();
      const read = await Promise.all(
        names.map(async (name) => inFile(name, await readFile(join(folder, name), 'utf8'))),
      );
      return read;
    },
    hashes: (after, count) => part(join(folder, HASHES), after * HASH_BYTES, count * HASH_BYTES),
    add: async (after, hashes, checkpoint) => {
      await mkdir(folder, { recursive: true });
      await writeAt(join(folder, HASHES), after * HASH_BYTES, hashes);
      await writeWhole(join(folder, nameOf(checkpoint)), `${canonicalJson(checkpoint)}\n`);
      await syncFolder(folder);
    },
  };
}

function nameOf({ count }: SealedCheckpoint): string {
  return `checkpoint-${String(count).padStart(15, '0')}.json`;
}

function inFile(name: string, text: string): SealedCheckpoint {
  const checkpoint = readCheckpoint(text, name);
  if (nameOf(checkpoint) !== name) throw new RangeError(`${name} holds the checkpoint of ${checkpoint.count} events`);
  return checkpoint;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function part(path: string, from: number, length: number): Promise<Uint8Array> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array(0);
    throw error;
  }
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function writeAt(path: string, from: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'a').then(async (made) => {
    await made.close();
    return open(path, 'r+');
  });
  try {
    await file.truncate(from);
    await file.write(bytes, 0, bytes.length, from);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** A name is durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
