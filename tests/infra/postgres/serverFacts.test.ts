import { describe, expect, test } from '@jest/globals';
import { type ServerFacts, unfitness } from '../../../src/infra/postgres/serverFacts.js';

const FIT: ServerFacts = {
  version: 150_014,
  role: 'orchard',
  schema: 'public',
  mayCreate: true,
  isStandby: false,
  encoding: 'UTF8',
  commits: 'on',
  fsync: 'on',
};

describe('a PostgreSQL', () => {
  test.each([[{}], [{ version: 130_000 }], [{ commits: 'remote_apply' }]])('with %j is fit', (given) => {
    expect(unfitness({ ...FIT, ...given })).toBeNull();
  });

  test.each([
    [{ version: 120_022 }, 'is PostgreSQL 12, too old: Orchard needs 13 or newer'],
    [{ version: 90_624 }, 'is PostgreSQL 9, too old'],
    [{ isStandby: true }, 'name the primary'],
    [{ encoding: 'LATIN1' }, "ENCODING 'UTF8'"],
    [{ schema: null }, 'CREATE SCHEMA'],
    [{ mayCreate: false }, 'GRANT CREATE, USAGE ON SCHEMA public TO orchard'],
    [{ fsync: 'off' }, 'set fsync = on'],
    [{ commits: 'off' }, 'set synchronous_commit = on'],
  ])('with %j is refused with what to do', (given, words) => {
    expect(unfitness({ ...FIT, ...given })).toContain(words);
  });
});
