import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join('tests', 'planted', 'patches');

export function patchNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.patch'))
    .map((name) => name.slice(0, -'.patch'.length))
    .sort();
}

/**
 * The files of src that a patch changes, as they are with it.
 * @throws Error when it does not apply any more: then the bug must be planted anew.
 */
export function patchedSources(name: string): ReadonlyMap<string, string> {
  const patch = readFileSync(join(FOLDER, `${name}.patch`), 'utf8');
  const files = [...patch.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, file]) => file!);
  const scratch = mkdtempSync(join(tmpdir(), 'orchard-planted-'));
  try {
    for (const file of files) cpSync(file, join(scratch, file));
    execFileSync('git', ['apply', '--recount', '-'], { cwd: scratch, input: patch, stdio: ['pipe', 'pipe', 'pipe'] });
    return new Map(files.map((file) => [file, readFileSync(join(scratch, file), 'utf8')]));
  } catch (cause) {
    throw new Error(`${name}.patch does not apply any more: plant it anew`, { cause });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
