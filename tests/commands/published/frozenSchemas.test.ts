import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dataSchemaOf } from '../../../src/commands/published/dataSchema.js';
import { PUBLISHED_TYPES } from '../../../src/commands/published/publishedEvents.js';

const FOLDER = join('tests', 'samples', 'published');

/** As they were released. A type's schema changes by a new version; to release one, put its file here. */
const released = new Map(
  readdirSync(FOLDER).map((name) => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown,
  ]),
);

describe('The schemas of public events', () => {
  test('are all released, and none released is gone', () => {
    expect(PUBLISHED_TYPES.map(({ type }) => type)).toEqual([...released.keys()].sort());
  });

  test.each(PUBLISHED_TYPES.map((published) => [published.type, published] as const))(
    '%s is as it was released',
    (type, published) => {
      expect(dataSchemaOf(published)).toEqual(released.get(type));
    },
  );
});
