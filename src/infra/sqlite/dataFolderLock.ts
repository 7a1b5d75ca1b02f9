import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { makeFolder } from './makeFolder.js';

/** Who holds a data folder. */
export interface FolderHolder {
  readonly pid: number;
  /** Where it answers; empty until it does. */
  readonly url: string;
  readonly startedAt: string;
}

/** Another process works in the folder. */
export class DataFolderHeld extends Error {
  override readonly name = 'DataFolderHeld';

  constructor(
    folder: string,
    readonly holder: FolderHolder | undefined,
  ) {
    const who = holder ? `process ${holder.pid}${holder.url && `, ${holder.url}`}` : 'a process that left no name';
    super(`data folder ${folder} is in use by ${who}: stop that one or choose another --data-dir`);
  }
}

/** The folder cannot be made or written to. */
export class DataFolderNotWritable extends Error {
  override readonly name = 'DataFolderNotWritable';

  constructor(folder: string, cause: unknown) {
    const why = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    super(
      `data folder ${folder} cannot be written to (${why}): give this user the right to or choose another --data-dir`,
      {
        cause,
      },
    );
  }
}

/**
 * One process a folder. What decides is a lock of the operating system on `orchard.lock.hold` (an exclusive transaction
 * of an empty SQLite file): it goes with its process however that ends, is not fooled by a reused pid, and holds between
 * containers that share a volume. `orchard.lock` only says in words who holds it. Never open the held file otherwise:
 * closing it, from anywhere in the process, would give up the lock.
 */
export class DataFolderLock {
  /**
   * Makes the folder if need be and holds it until `release`.
   * @throws DataFolderHeld, DataFolderNotWritable.
   */
  static hold(folder: string, holder: Omit<FolderHolder, 'pid'>): DataFolderLock {
    const words = wordsFile(folder);
    const draft = `${words}.${process.pid}`;
    try {
      makeFolder(folder);
      writeFileSync(draft, '');
    } catch (cause) {
      throw new DataFolderNotWritable(folder, cause);
    }
    const grip = gripOrWhy(folder);
    if (grip instanceof Error) {
      rmSync(draft, { force: true });
      throw grip;
    }
    const lock = new DataFolderLock(folder, grip, holder.startedAt);
    lock.announce(holder.url);
    return lock;
  }

  private constructor(
    private readonly folder: string,
    private readonly grip: Libsql.Database,
    private readonly startedAt: string,
  ) {}

  /** Tells others (`holderOf`) where this process answers. */
  announce(url: string): void {
    const holder: FolderHolder = { pid: process.pid, url, startedAt: this.startedAt };
    const draft = `${wordsFile(this.folder)}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(holder)}\n`);
    renameSync(draft, wordsFile(this.folder));
  }

  /** Twice is once. */
  release(): void {
    if (!this.grip.open) return;
    rmSync(wordsFile(this.folder), { force: true });
    this.grip.close();
  }
}

/** The live holder of a folder, or undefined: how the CLI finds the running server. What a dead one left is no holder. */
export function readLock(folder: string): FolderHolder | undefined {
  const holder = holderNamedIn(folder);
  if (!holder) return undefined;
  const grip = gripOrWhy(folder);
  if (grip instanceof Error) return holder;
  grip.close();
  return undefined;
}

/** The lock, or why it cannot be had. Only `exec`: a prepared statement would outlive `close`. */
function gripOrWhy(folder: string): Libsql.Database | DataFolderHeld | DataFolderNotWritable {
  let grip: Libsql.Database | undefined;
  try {
    // Someone who only looks (readLock) has it for a moment: wait that out.
    grip = new Libsql(join(folder, 'orchard.lock.hold'), { timeout: 500 });
    grip.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
    return grip;
  } catch (error) {
    grip?.close();
    const held = (error as { code?: string }).code === 'SQLITE_BUSY';
    return held ? new DataFolderHeld(folder, holderNamedIn(folder)) : new DataFolderNotWritable(folder, error);
  }
}

function holderNamedIn(folder: string): FolderHolder | undefined {
  try {
    return JSON.parse(readFileSync(wordsFile(folder), 'utf8')) as FolderHolder;
  } catch {
    return undefined;
  }
}

function wordsFile(folder: string): string {
  return join(folder, 'orchard.lock');
}
