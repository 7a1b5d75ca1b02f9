import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENS = '0A';

/** The process that listens at a port, as `node (process 4711)`; undefined when the system does not tell (only Linux does). */
export function whoListens(port: number): string | undefined {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningSockets(table, port)));
  if (sockets.size === 0) return undefined;
  for (const id of entries('/proc')) {
    if (!/^\d+$/.test(id)) continue;
    const holds = entries(`/proc/${id}/fd`).some((fd) =>
      sockets.has(attempt(() => readlinkSync(`/proc/${id}/fd/${fd}`)) ?? ''),
    );
    if (holds)
      return `${attempt(() => readFileSync(`/proc/${id}/comm`, 'utf8').trim()) ?? 'a program'} (process ${id})`;
  }
  return undefined;
}

// Columns: number, local address:port in hex, remote address, state, queues, timer, retransmits, user, timeout, inode.
function listeningSockets(table: string, port: number): string[] {
  const lines = (attempt(() => readFileSync(table, 'utf8')) ?? '').split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === LISTENS && Number.parseInt(local.split(':')[1] ?? '', 16) === port ? [`socket:[${inode}]`] : [];
  });
}

function entries(folder: string): string[] {
  return attempt(() => readdirSync(folder)) ?? [];
}

// Processes come and go, and those of others are closed to us: what cannot be read is not there.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
