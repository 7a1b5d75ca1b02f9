// nginx from Debian's package. Each suite runs it with a configuration of its own: in place of a URL it gets the program.
import { existsSync } from 'node:fs';

const PROGRAM = '/usr/sbin/nginx';

/** Whether Debian's package is here. */
export function installed() {
  return existsSync(PROGRAM);
}

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
export async function start() {
  return { url: PROGRAM, stop: async () => {} };
}
