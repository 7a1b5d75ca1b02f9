import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EXPORT_FORMAT, type ExportManifest } from '../../commands/export/manifest.js';

export interface ExportChecked {
  readonly files: number;
  /** SHA-256 of the manifest, hex: what the log recorded of the export. */
  readonly manifest: string;
  /** Sentences, none when the folder is what its manifest says. */
  readonly faults: readonly string[];
}

/** Holds every file of an export against its manifest. */
export function checkExport(folder: string): ExportChecked {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return { files: 0, manifest: '', faults: ['there is no manifest.json: no whole export'] };
  const bytes = readFileSync(path);
  const manifest = sha256(bytes);
  const said = manifestIn(bytes.toString());
  if (!said) return { files: 0, manifest, faults: ['manifest.json is none of an export'] };
  const there = new Set(filesIn(folder));
  const faults: string[] = [];
  for (const file of said.files) {
    if (!there.delete(file.path)) faults.push(`${file.path} is missing`);
    else if (sha256(readFileSync(join(folder, file.path))) !== file.sha256) faults.push(`${file.path} was changed`);
  }
  there.delete('manifest.json');
  for (const stray of there) faults.push(`${stray} is not in the manifest`);
  return { files: said.files.length, manifest, faults };
}

function manifestIn(text: string): ExportManifest | undefined {
  try {
    const manifest = JSON.parse(text) as ExportManifest;
    return manifest.format === EXPORT_FORMAT && Array.isArray(manifest.files) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'));
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
