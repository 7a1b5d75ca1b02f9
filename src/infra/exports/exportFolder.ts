import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportedTable } from '../../commands/export/exportedTable.js';
import {
  ExportPlaceTaken,
  type ExportProgress,
  type ExportTarget,
  type TableEncoder,
} from '../../commands/export/exportTarget.js';
import { type Encoding, EXPORT_FORMAT, type ExportAsked, type ExportManifest } from '../../commands/export/manifest.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { csv } from './csv.js';
import { ndjson } from './ndjson.js';
import { parquet } from './parquet.js';
import { syncFolder, writeWhole } from './writeWhole.js';

const MANIFEST = 'manifest.json';
/** There while an export is under way, or was cut off. */
const PROGRESS = 'unfinished-export.json';

const ENCODERS: Readonly<Record<Encoding, (table: ExportedTable) => TableEncoder>> = { csv, ndjson, parquet };

/** An export in a folder of its own. */
export function exportFolder(folder: string): ExportTarget {
  return {
    begin: async (asked) => {
      await mkdir(folder, { recursive: true });
      const names = await readdir(folder);
      if (names.includes(MANIFEST)) {
        const bytes = await readFile(join(folder, MANIFEST));
        await rm(join(folder, PROGRESS), { force: true });
        return { manifest: sameManifest(folder, bytes.toString(), asked), sha256: sha256(bytes) };
      }
      if (names.includes(PROGRESS)) {
        return { progress: sameProgress(folder, await readFile(join(folder, PROGRESS), 'utf8'), asked) };
      }
      // The note comes first: of an export that was cut off before it, its draft is all there can be.
      if (names.some((name) => name !== `${PROGRESS}.draft`))
        throw taken(folder, `it holds ${names.length} other files or folders`);
      return { progress: undefined };
    },
    encoder: (encoding, table) => ENCODERS[encoding](table),
    write: async (path, bytes) => {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(file, bytes);
      return { sha256: sha256(bytes) };
    },
    note: (progress) => writeWhole(join(folder, PROGRESS), Buffer.from(JSON.stringify(progress))),
    finish: async (manifest) => {
      const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
      await writeWhole(join(folder, MANIFEST), bytes);
      await rm(join(folder, PROGRESS), { force: true });
      await syncFolder(folder);
      return sha256(bytes);
    },
  };
}

function sameManifest(folder: string, text: string, asked: ExportAsked): ExportManifest {
  const manifest = jsonOf(text) as ExportManifest | undefined;
  if (manifest?.format !== EXPORT_FORMAT) throw taken(folder, 'its manifest.json is none of an export');
  if (canonicalJson(manifest.asked) === canonicalJson(asked)) return manifest;
  throw taken(folder, `it holds another export (${wordsOf(manifest.asked)})`);
}

function sameProgress(folder: string, text: string, asked: ExportAsked): ExportProgress {
  const progress = jsonOf(text) as ExportProgress | undefined;
  if (!progress?.asked) throw taken(folder, `its ${PROGRESS} is none of an export`);
  if (canonicalJson(progress.asked) === canonicalJson(asked)) return progress;
  throw taken(folder, `another export was cut off there (${wordsOf(progress.asked)})`);
}

function wordsOf({ encoding, from, to, after, shop, zone }: ExportAsked): string {
  return `--format ${encoding} --from ${from ?? 'the beginning'} --to ${to ?? 'the end'} --after ${after} --shop ${shop ?? 'all'} --zone ${zone}`;
}

function taken(folder: string, why: string): ExportPlaceTaken {
  return new ExportPlaceTaken(`Nothing was exported to ${folder}: ${why}. Name a folder of its own with --out.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
