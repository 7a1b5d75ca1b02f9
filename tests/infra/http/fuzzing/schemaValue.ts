// biome-ignore-all lint/suspicious/noExplicitAny: schemas of any shape are walked
import type { Dice } from './dice.js';
import { NASTY_TEXTS, nastyValue } from './nasty.js';

type Schema = any;

/** Ids that exist in the trial shop, so that good requests get somewhere. */
const KNOWN_IDS = ['apple', 'melon', 'ann', 'autumn', 'fuzz1', 'fuzz2'];
/** One leaf in so many is something else than its schema says. */
const NASTY_ONE_IN = 14;

/** A value as a schema of our own OpenAPI describes it, with something nasty in it here and there. */
export function schemaValue(schema: Schema, document: Schema, dice: Dice, depth = 0): unknown {
  if (dice.oneIn(NASTY_ONE_IN * 2)) return nastyValue(dice);
  const { $ref } = schema;
  if ($ref) return schemaValue(document.components.schemas[$ref.split('/').at(-1)], document, dice, depth);
  const forms = schema.oneOf ?? schema.anyOf;
  if (forms) return schemaValue(dice.pick(forms), document, dice, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  if (dice.oneIn(NASTY_ONE_IN)) return nastyValue(dice);
  switch ([schema.type].flat()[0]) {
    case 'integer':
    case 'number':
      return numberOf(schema, dice);
    case 'boolean':
      return dice.oneIn(2);
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, dice.below(depth > 4 ? 1 : 4)) }, () =>
        schemaValue(schema.items ?? {}, document, dice, depth + 1),
      );
    case 'object':
      return objectOf(schema, document, dice, depth);
    case 'string':
      return textOf(schema, dice);
    default:
      return nastyValue(dice);
  }
}

function objectOf(schema: Schema, document: Schema, dice: Dice, depth: number): unknown {
  const needed = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) =>
    needed.has(name) ? !dice.oneIn(40) : dice.oneIn(3),
  );
  const value = Object.fromEntries(
    fields.map(([name, field]) => [name, schemaValue(field, document, dice, depth + 1)]),
  );
  return dice.oneIn(30) ? { ...value, [dice.pick(NASTY_TEXTS)]: nastyValue(dice) } : value;
}

function numberOf({ minimum = 0, maximum = 1_000_000 }: Schema, dice: Dice): number {
  return dice.pick([minimum, minimum - 1, maximum, maximum + 1, minimum + dice.below(1_000), 1, 2, 1_000]);
}

function textOf({ format, pattern, example }: Schema, dice: Dice): unknown {
  if (format === 'date-time')
    return dice.pick(['2026-11-22T10:00:00.000Z', '2099-01-01T00:00:00+08:00', '1999-12-31T23:59:60Z']);
  if (pattern) return dice.oneIn(3) && example ? example : dice.pick(KNOWN_IDS);
  return dice.pick(['苹果', 'gold', ...NASTY_TEXTS, ...(example ? [example] : [])]);
}
