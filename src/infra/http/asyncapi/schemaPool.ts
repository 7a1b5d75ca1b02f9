import { z } from 'zod';

type Json = Readonly<Record<string, unknown>>;

const HOW = { io: 'input', target: 'draft-7' } as const;

/** Schemas of one document: what has a name stands in it once, and others point there. */
export class SchemaPool {
  readonly #named = new Map<string, Json>();

  /** The schema as JSON Schema (draft 7, which AsyncAPI builds on). */
  of(schema: z.ZodType): Json {
    const { $schema: _, definitions = {}, ...whole } = z.toJSONSchema(schema, HOW);
    for (const [name, named] of Object.entries(definitions as Json)) this.#named.set(name, moved(named) as Json);
    return moved(whole) as Json;
  }

  /** Of everything that was asked for. */
  get components(): Json {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

const LOCAL = '#/definitions/';

/** A schema with what pointed into itself pointing into the document. */
function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inside]) =>
    key === '$ref' && typeof inside === 'string' && inside.startsWith(LOCAL)
      ? [key, `#/components/schemas/${inside.slice(LOCAL.length)}`]
      : [key, moved(inside)],
  );
  return Object.fromEntries(entries);
}
