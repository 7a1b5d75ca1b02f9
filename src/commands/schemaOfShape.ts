import { z } from 'zod';
import type { Shape, Unit } from '../domain/kernel/shape.js';
import { freeText } from './messageFields.js';

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  fen: 'whole fen',
  grams: 'whole grams',
  pieces: 'whole pieces',
  'basis-points': 'whole basis points (1500 = 15 % off)',
  count: 'a whole number',
};

/** The validator of data of a shape; it refuses unknown fields and describes itself in JSON Schema. */
export function schemaOfShape(shape: Shape): z.ZodType {
  const schema = validator(shape);
  return 'about' in shape && shape.about ? schema.meta({ description: shape.about }) : schema;
}

function validator(shape: Shape): z.ZodType {
  switch (shape.is) {
    case 'integer':
      return z
        .int(`must be ${UNIT_WORDS[shape.unit]}`)
        .min(shape.min, `must be at least ${shape.min}`)
        .max(shape.max, `must be at most ${shape.max}`)
        .meta({ description: shape.unit });
    case 'text':
      return shape.pattern
        ? z.string().max(shape.maxLength).regex(new RegExp(shape.pattern, 'u'), `must match ${shape.pattern}`)
        : freeText(shape.maxLength);
    case 'flag':
      return z.boolean();
    case 'one-of':
      return z.enum(shape.values as [string, ...string[]]);
    case 'list':
      return z.array(schemaOfShape(shape.of)).min(shape.min).max(shape.max);
    case 'record':
      return z.strictObject(
        Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, schemaOfShape(field)])),
      );
    case 'optional':
      return schemaOfShape(shape.of).optional();
    case 'either':
      return z.union(shape.of.map(schemaOfShape) as [z.ZodType, z.ZodType]);
  }
}
