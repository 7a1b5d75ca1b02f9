// The servers of one test run. ORCHARD_TEST_SERVERS says where they come from:
// `debian`: the installed packages · `containers`: a Docker engine · `urls`: only those whose variable is given.
import { join } from 'node:path';
import { containers } from './containers.mjs';
import * as nginx from './nginx.mjs';
import * as postgres from './postgres.mjs';
import * as rabbitmq from './rabbitmq.mjs';
import * as redis from './redis.mjs';

const packages = { nginx, postgres, rabbitmq, redis };
const WAYS = ['debian', 'containers', 'urls'];

/** The variable that holds the URL of a server for the suites. */
const variableOf = (name) => `ORCHARD_TEST_${name.toUpperCase()}`;

/**
 * Starts what is not given by its variable already; what cannot be started is said aloud, and its suites skip.
 * @param {string | undefined} way
 * @param {string} scratch a folder of the run, open to other users
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startServers(way, scratch) {
  const stops = [];
  const env = {};
  const stop = async () => {
    await Promise.all(stops.splice(0).map((one) => one()));
  };
  if (way === undefined || way === 'urls') return { env, stop };
  if (!WAYS.includes(way)) throw new Error(`ORCHARD_TEST_SERVERS=${way}: expected one of ${WAYS.join(', ')}`);
  const starters = way === 'debian' ? debian(scratch) : containers;
  await Promise.all(
    Object.entries(starters).map(async ([name, start]) => {
      if (process.env[variableOf(name)]) return;
      try {
        const server = await start();
        stops.push(server.stop);
        env[variableOf(name)] = server.url;
      } catch (error) {
        console.error(`no ${name} for this run: ${error.message}`);
      }
    }),
  );
  return { env, stop };
}

function debian(scratch) {
  return Object.fromEntries(
    Object.entries(packages).map(([name, { installed, start }]) => [
      name,
      () => {
        if (!installed()) throw new Error('its Debian package is not installed (.ci/install-servers)');
        return start(join(scratch, name));
      },
    ]),
  );
}
