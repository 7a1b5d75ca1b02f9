import type { AsOf } from '../../../commands/asOf/asOf.js';
import type { AnyProjection } from '../../../projections/projection.js';
import type { ApiDeps } from '../apiDeps.js';

/** Waits until a table shows what the caller wrote before. @throws Rejection VIEW_BEHIND */
export async function fresh(
  { projector }: ApiDeps,
  projection: AnyProjection,
  minPosition: string | undefined,
): Promise<void> {
  if (minPosition !== undefined) await projector.reached(projection, minPosition);
}

/** How far the table is, for the reader: its position, and whether an event it could not take makes it incomplete. */
export function freshness({ projector }: ApiDeps, projection: AnyProjection): Record<string, string> {
  const status = projector.status().find(({ name }) => name === projection.name);
  if (!status) return {};
  return {
    'orchard-position': status.position,
    ...(status.parked.length > 0 && { 'orchard-incomplete': `${status.parked.length} parked` }),
  };
}

/** How far the answer shows the log: as of then, or as far as the table is. */
export function shownTo(api: ApiDeps, projection: AnyProjection, asOf: AsOf | null): Record<string, string> {
  return { ...freshness(api, projection), ...(asOf && { 'orchard-position': asOf.position }) };
}
