import { describe, test } from '@jest/globals';

export type Server = 'postgres' | 'redis' | 'rabbitmq' | 'eventstoredb' | 'search' | 'nginx';

/**
 * A suite against a real server, whose URL the test run hands in (startServers). Without one it is skipped aloud; with
 * the server named in REQUIRE_REAL it fails. Suites run side by side: each keeps to a schema, vhost, key prefix or
 * streams of its own.
 */
export function describeServer(server: Server, title: string, suite: (url: string) => void): void {
  const variable = `ORCHARD_TEST_${server.toUpperCase()}`;
  const url = process.env[variable];
  describe(title, () => {
    if (url) return suite(url);
    skippedFor(server, `no ${server}: ${variable} is not set (npm run test:servers sets it)`);
  });
}

/** Skips aloud what needs more of a server than there is; fails where REQUIRE_REAL names the server. */
export function skippedFor(server: Server, reason: string): void {
  if (!isRequired(server)) {
    test.skip(reason, () => {});
    return;
  }
  test(`has a real ${server}, as REQUIRE_REAL asks`, () => {
    throw new Error(reason);
  });
}

function isRequired(server: Server): boolean {
  return (process.env['REQUIRE_REAL'] ?? '').split(',').includes(server);
}
