import type { Position } from '../eventStore.js';
import type { CloudEvent } from '../published/cloudEvent.js';
import type { Item } from './column.js';
import type { ExportedTable } from './exportedTable.js';
import type { Encoding, ExportAsked, ExportCounts, ExportedFile, ExportManifest } from './manifest.js';

/** How far an export is: files that are whole, and where in the log to go on. */
export interface ExportProgress {
  readonly asked: ExportAsked;
  readonly after: Position;
  readonly through: Position;
  /** Stretches of the log that are written. */
  readonly stretches: number;
  readonly counts: ExportCounts;
  readonly files: readonly ExportedFile[];
}

export type ExportBegun =
  | { readonly progress: ExportProgress | undefined }
  | { readonly manifest: ExportManifest; readonly sha256: string };

/** Rows of one file, encoded as they come: millions of them as objects would keep the collector of garbage busy. */
export interface TableEncoder {
  readonly add: (items: readonly Item[], event: CloudEvent) => void;
  readonly bytes: () => Uint8Array;
}

/** Where an export goes. Whatever it writes appears whole or not at all. */
export interface ExportTarget {
  /** Takes the place: nothing is there, or the same export, cut off or whole. @throws ExportPlaceTaken */
  readonly begin: (asked: ExportAsked) => Promise<ExportBegun>;
  readonly encoder: (encoding: Encoding, table: ExportedTable) => TableEncoder;
  readonly write: (path: string, bytes: Uint8Array) => Promise<{ readonly sha256: string }>;
  readonly note: (progress: ExportProgress) => Promise<void>;
  /** @returns the SHA-256 of the manifest, hex. */
  readonly finish: (manifest: ExportManifest) => Promise<string>;
}

/** Something else is where the export was to go. */
export class ExportPlaceTaken extends Error {
  override readonly name = 'ExportPlaceTaken';
}
