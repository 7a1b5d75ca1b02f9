import type { components } from '../client/orchardApi.js';
import { table } from '../print/table.js';

type Promotion = components['schemas']['promotion'];

/** Promotions for people, a line each. */
export function promotionsTable(promotions: readonly Promotion[]): string {
  if (promotions.length === 0) return 'There is none. Write some down: orchard import promotions.csv';
  const columns = ['promotion', 'status', 'now', 'kind', 'name', 'gives'].map((title) => ({ title }));
  const rows = promotions.map(({ id, status, inForce, kind, name, sentence }) => [
    id,
    status,
    inForce ? 'in force' : '–',
    kind,
    name,
    sentence.zh,
  ]);
  return table(columns, rows);
}

/** One promotion for people: what it gives, its state, its terms. */
export function shownPromotion({
  id,
  name,
  status,
  inForce,
  sentence,
  terms,
  warnings,
  upcoming,
  ...when
}: Promotion): string {
  return [
    `${id} · ${name}`,
    `  ${sentence.zh} · ${sentence.en}`,
    `  ${status}${inForce ? ', in force now' : ''} · drafted ${when.draftedAt ?? '–'} · published ${when.publishedAt ?? '–'}`,
    ...(when.overAt ? [`  over since ${when.overAt}`] : []),
    ...warnings.map(({ pointer, detail }) => `  ! ${pointer}: ${detail}`),
    ...upcoming.map(({ from }) => `  other terms from ${String(from)}`),
    '',
    JSON.stringify(terms, null, 2),
  ].join('\n');
}
