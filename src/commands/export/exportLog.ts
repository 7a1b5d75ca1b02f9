import { comparePositions, type EventStore, type Position, type StoredEvent } from '../eventStore.js';
import type { Machine } from '../ports.js';
import { cloudEventOf } from '../published/cloudEvent.js';
import { isKnown } from '../storedEvents.js';
import { ExportCounter, NOTHING_COUNTED } from './exportCounter.js';
import type { ExportProgress, ExportTarget } from './exportTarget.js';
import { type ExportAsked, type ExportedFile, type ExportManifest, manifestOf } from './manifest.js';
import { type Partition, Stretch } from './stretch.js';

const PAGE = 2_000;
/** Its rows are the memory an export takes; a file of lines fits a sheet of Excel. */
const STRETCH_EVENTS = 50_000;

export interface ExportDeps {
  readonly store: EventStore;
  readonly machine: Pick<Machine, 'localTimeIn'>;
  readonly target: ExportTarget;
}

export interface ExportOptions {
  /** A stretch is written, and noted, when it has so many events; fewer where they are large. */
  readonly stretchEvents?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (reached: Position, through: Position) => void;
}

export type ExportOutcome =
  /** `read`: events of the log that this run read; 0 when all was there already. */
  | { readonly whole: true; readonly manifest: ExportManifest; readonly sha256: string; readonly read: number }
  | { readonly whole: false; readonly reached: Position; readonly through: Position; readonly read: number };

/**
 * Writes what others may read of a log as files, stretch by stretch, the manifest last. An export that was cut off goes
 * on after its last whole stretch, to where the log ended when it first began.
 * @throws ExportPlaceTaken, StoreUnavailable, and what the target throws.
 */
export async function exportLog(
  deps: ExportDeps,
  asked: ExportAsked,
  { stretchEvents = STRETCH_EVENTS, signal, onProgress }: ExportOptions = {},
): Promise<ExportOutcome> {
  const { store, target } = deps;
  const begun = await target.begin(asked);
  if ('manifest' in begun) return { whole: true, ...begun, read: 0 };
  let progress = begun.progress ?? (await beginning(asked, store));
  // Before the first file: whatever is there then is known to be of this export.
  if (!begun.progress) await target.note(progress);
  let position = progress.after;
  let read = 0;
  const { through } = progress;
  const isOver = () => comparePositions(position, through) >= 0;
  while (!isOver()) {
    const stretch = new Stretch(stretchEvents, (table) => target.encoder(asked.encoding, table));
    const counter = new ExportCounter(progress.counts);
    while (!isOver() && !stretch.full) {
      // What is not noted is read again: ending here is as good as ending there.
      if (signal?.aborted) return { whole: false, reached: progress.after, through, read };
      const page = await store.readAll(position, Math.min(PAGE, stretchEvents));
      if (page.length === 0) throw new RangeError(`the log ends at ${position}: it was longer when the export began`);
      for (const stored of page) {
        if (comparePositions(stored.position, through) > 0) break;
        position = stored.position;
        read++;
        if (isAsked(stored, asked)) add(stored, deps, asked, stretch, counter);
      }
      onProgress?.(position, through);
    }
    const stretches = progress.stretches + 1;
    const files = await written(stretch.partitions, stretches, asked, target);
    progress = {
      ...progress,
      after: position,
      stretches,
      counts: counter.counts,
      files: [...progress.files, ...files],
    };
    await target.note(progress);
  }
  const manifest = manifestOf(asked, progress.counts, through, progress.files);
  return { whole: true, manifest, sha256: await target.finish(manifest), read };
}

async function beginning(asked: ExportAsked, store: EventStore): Promise<ExportProgress> {
  const head = await store.head();
  // Where there is nothing to read the next export goes on from the same place.
  const through = comparePositions(head, asked.after) < 0 ? asked.after : head;
  return { asked, after: asked.after, through, stretches: 0, counts: NOTHING_COUNTED, files: [] };
}

function isAsked({ recordedAt, shop }: StoredEvent, { from, to, shop: only }: ExportAsked): boolean {
  return (from === null || recordedAt >= from) && (to === null || recordedAt < to) && (only === null || shop === only);
}

function add(
  stored: StoredEvent,
  { machine }: ExportDeps,
  { zone }: ExportAsked,
  stretch: Stretch,
  counter: ExportCounter,
): void {
  if (!isKnown(stored)) {
    counter.notKnown(stored.type, stored.schemaVersion);
    return;
  }
  const event = cloudEventOf(stored);
  if (!event) {
    counter.stayed();
    return;
  }
  counter.left(event);
  stretch.add(event, machine.localTimeIn(zone, stored.recordedAt).slice(0, 'yyyy-mm-dd'.length), stored.data.length);
}

async function written(
  partitions: readonly Partition[],
  stretch: number,
  { encoding }: ExportAsked,
  target: ExportTarget,
): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const { table, shop, day, rows, first, last, encoder } of partitions) {
    const path = `${table.name}/shop=${shop}/day=${day}/part-${String(stretch).padStart(6, '0')}.${encoding}`;
    const bytes = encoder.bytes();
    const { sha256 } = await target.write(path, bytes);
    files.push({ path, table: table.name, shop, day, rows, first, last, bytes: bytes.length, sha256 });
  }
  return files;
}
