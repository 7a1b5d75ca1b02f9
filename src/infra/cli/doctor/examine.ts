import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { comparePositions } from '../../../commands/eventStore.js';
import type { Doors, OpenedTables } from '../doors.js';
import { failureWords } from '../failureWords.js';
import type { Terminal } from '../terminal.js';
import { bad, type Finding, good, note } from './finding.js';

const LEAST_NODE = 20;
const LEAST_FREE_MEGABYTES = 500;
const PATIENCE_MILLIS = 5_000;
/** Events of a clock that was ahead this much make every later decision wait for it in name. */
const MOST_AHEAD_MILLIS = 5_000;

/** Looks at everything a server here would need, one thing after the other. */
export async function examine(folder: string, doors: Doors, terminal: Terminal, now: Date): Promise<Finding[]> {
  const findings = [node(), configuration(doors, terminal), writable(folder), disk(folder)];
  const holder = doors.holderOf(folder);
  if (holder?.url) return [...findings, ...(await server(holder.url, holder.pid))];
  if (holder) {
    const says = `process ${holder.pid} holds ${folder} and serves nothing`;
    return [...findings, note('data folder', `${says}: it is probably importing or rebuilding`)];
  }
  // Where the log is, the configuration says.
  if (doors.configurationFault(terminal.env)) return findings;
  if (!doors.hasLog(folder, terminal)) {
    return [...findings, note('log', `there is none in ${folder} yet: "orchard serve" makes one`)];
  }
  return [...findings, ...(await log(folder, doors, terminal, now))];
}

function node(): Finding {
  const { node: version } = process.versions;
  return Number(version.split('.')[0]) >= LEAST_NODE
    ? good('Node', version)
    : bad('Node', `${version} is too old`, `install Node ${LEAST_NODE}.20 or newer`);
}

function configuration(doors: Doors, { env }: Terminal): Finding {
  const fault = doors.configurationFault(env);
  return fault
    ? bad('configuration', failureWords(fault), 'mend the variables it names; "orchard config print" shows them all')
    : good('configuration', 'a server would start with it');
}

function writable(folder: string): Finding {
  const place = existingPlace(folder);
  try {
    accessSync(place, constants.W_OK);
    return good('data folder', place === resolve(folder) ? `${folder} can be written` : `${folder} can be made`);
  } catch {
    const fix = 'give this user the right to write there, or name another --data-dir (ORCHARD_DATA_DIR)';
    return bad('data folder', `${place} cannot be written`, fix);
  }
}

function disk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existingPlace(folder));
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  return free >= LEAST_FREE_MEGABYTES
    ? good('disk', `${free} MB free`)
    : bad('disk', `only ${free} MB free`, 'make room: a log that cannot be written refuses every order');
}

function existingPlace(folder: string): string {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  return place;
}

interface Readiness {
  readonly ready: boolean;
  readonly fault: string | null;
  readonly views: readonly {
    readonly name: string;
    readonly lag: number;
    readonly parked: number;
    readonly waitsAt: string | null;
  }[];
}

async function server(url: string, pid: number): Promise<Finding[]> {
  try {
    const answer = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    const { ready, fault, views } = (await answer.json()) as Readiness;
    const state = ready
      ? good('server', `${url} (process ${pid}) is ready`)
      : bad(
          'server',
          `${url} is not ready${fault ? `: ${fault}` : ''}`,
          'look at its log on standard error, then start it again',
        );
    return [state, ...views.map(viewFinding)];
  } catch {
    const fix = `end process ${pid} if it hangs (kill ${pid}), then start the server again`;
    return [bad('server', `${url} (process ${pid}) does not answer`, fix)];
  }
}

function viewFinding({ name, lag, parked, waitsAt }: Readiness['views'][number]): Finding {
  if (waitsAt !== null) return bad(`view ${name}`, waitsAt, 'run the newer version of Orchard that wrote it');
  if (parked > 0) return bad(`view ${name}`, `${parked} streams are left out of it`, rebuildFix(name));
  return good(`view ${name}`, lag === 0 ? 'has everything' : `is ${lag} positions behind`);
}

async function log(folder: string, doors: Doors, terminal: Terminal, now: Date): Promise<Finding[]> {
  let opened: OpenedTables;
  try {
    opened = await doors.openTables(folder, terminal);
  } catch (error) {
    return [bad('log', failureWords(error), 'restore the folder from a backup, or name another --data-dir')];
  }
  try {
    const { store, views } = opened;
    const head = await store.head();
    const findings = [good('log', `position ${head}`), await clock(opened, head, now)];
    for (const projection of doors.projections) {
      const { position, parked } = await views.checkpoint(projection);
      const { name } = projection;
      if (comparePositions(position, head) > 0) {
        findings.push(bad(`view ${name}`, `is at ${position}, ahead of the log`, rebuildFix(name)));
      } else
        findings.push(
          viewFinding({ name, lag: Number(head) - Number(position), parked: parked.length, waitsAt: null }),
        );
    }
    return findings;
  } catch (error) {
    return [bad('log', failureWords(error), 'restore the folder from a backup')];
  } finally {
    await opened.close();
  }
}

async function clock({ store }: OpenedTables, head: string, now: Date): Promise<Finding> {
  const [last] = head === '0' ? [] : await store.readAll(String(Number(head) - 1), 1);
  const ahead = last ? Date.parse(last.recordedAt) - now.getTime() : 0;
  if (ahead <= MOST_AHEAD_MILLIS) return good('clock', now.toISOString());
  const says = `the last event was recorded at ${last!.recordedAt}, ${Math.round(ahead / 1000)} s from now`;
  return bad('clock', says, 'set the clock of this machine by a time server (NTP)');
}

function rebuildFix(name: string): string {
  return `stop the server, then: orchard rebuild ${name}`;
}
