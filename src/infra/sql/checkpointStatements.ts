import { START } from '../../commands/eventStore.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { AnyProjection, Cell } from '../../projections/projection.js';
import type { Statement } from '../../projections/sqlDriver.js';
import type { Checkpoint, Step } from '../../projections/viewStore.js';

/** How far each projection is: one row each, moved in the transaction that writes its rows. */

type Named = Pick<AnyProjection, 'name' | 'version'>;
type Place = Omit<Checkpoint, 'version'>;

export function find({ name }: Named): Statement {
  return { sql: 'select version, position, parked from checkpoint where projection = ?', values: [name] };
}

export function checkpointOf(record: Readonly<Record<string, Cell>>): Checkpoint {
  const { version, position, parked } = record;
  return { version: Number(version), position: String(position), parked: JSON.parse(String(parked)) };
}

export function begin(
  { name, version }: Named,
  { position, parked }: Place = { position: START, parked: [] },
): Statement {
  return {
    sql: 'insert into checkpoint (projection, version, position, parked) values (?, ?, ?, ?)',
    values: [name, version, position, canonicalJson(parked)],
  };
}

export function remove({ name }: Named): Statement {
  return { sql: 'delete from checkpoint where projection = ?', values: [name] };
}

/** From where it stands; changes nothing when it stands elsewhere. */
export function move({ projection, from, parkedBefore, to, parked }: Step): Statement {
  const before = { version: projection.version, position: from, parked: parkedBefore };
  return replace(projection, before, { position: to, parked });
}

export function replace({ name, version }: Named, before: Checkpoint, { position, parked }: Place): Statement {
  return {
    sql:
      'update checkpoint set version = ?, position = ?, parked = ? ' +
      'where projection = ? and version = ? and position = ? and parked = ?',
    values: [
      version,
      position,
      canonicalJson(parked),
      name,
      before.version,
      before.position,
      canonicalJson(before.parked),
    ],
    changes: 1,
  };
}
