import { readFileSync } from 'node:fs';
import { UsageError } from './exitCode.js';

const STANDARD_INPUT = 0;

/** A whole file, or standard input for `-`. @throws UsageError when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}.`);
  }
}
