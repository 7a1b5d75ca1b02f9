// biome-ignore-all lint/suspicious/noExplicitAny: documents of any shape are looked into from all sides
type Json = any;

/** Which side of the wire a schema is on: callers write requests and read answers. */
type Side = 'request' | 'answer';

/** Everything in which a newer OpenAPI document would break callers of an older one. */
export function incompatibilities(older: Json, newer: Json): string[] {
  const compare = new Comparison(older, newer);
  return Object.entries<Json>(older.paths).flatMap(([path, operations]) =>
    Object.entries<Json>(operations).flatMap(([method, operation]) => {
      const at = `${method.toUpperCase()} ${path}`;
      const now = newer.paths[path]?.[method];
      return now ? compare.operation(at, operation, now) : [`${at} is gone`];
    }),
  );
}

class Comparison {
  readonly #open = new Set<string>();

  constructor(
    private readonly older: Json,
    private readonly newer: Json,
  ) {}

  operation(at: string, was: Json, is: Json): string[] {
    const roles = (was['x-roles'] ?? []).filter((role: string) => !(is['x-roles'] ?? []).includes(role));
    const closed = is['x-roles'] ? roles.map((role: string) => `${at} no longer lets ${role} in`) : [];
    return [...closed, ...this.#parameters(at, was, is), ...this.#body(at, was, is), ...this.#answers(at, was, is)];
  }

  #parameters(at: string, was: Json, is: Json): string[] {
    const key = ({ in: place, name }: Json) => `${place} ${name}`;
    const now = new Map<string, Json>((is.parameters ?? []).map((one: Json) => [key(one), one]));
    const before = new Map<string, Json>((was.parameters ?? []).map((one: Json) => [key(one), one]));
    const changed = [...before].flatMap(([name, parameter]) => {
      const other = now.get(name);
      if (!other) return [`${at} no longer takes ${name}`];
      const needed = other.required && !parameter.required ? [`${at} now needs ${name}`] : [];
      return [...needed, ...this.schema(`${at} ${name}`, parameter.schema, other.schema, 'request')];
    });
    const added = [...now].filter(([name, { required }]) => required && !before.has(name));
    return [...changed, ...added.map(([name]) => `${at} now needs ${name}`)];
  }

  #body(at: string, was: Json, is: Json): string[] {
    const schemaOf = (operation: Json) => operation.requestBody?.content['application/json']?.schema;
    if (!schemaOf(was)) return schemaOf(is) && is.requestBody.required ? [`${at} now needs a body`] : [];
    return this.schema(`${at} body`, schemaOf(was), schemaOf(is), 'request');
  }

  #answers(at: string, was: Json, is: Json): string[] {
    return Object.entries<Json>(was.responses).flatMap(([status, response]) => {
      // Problems may come and go; their form is one.
      if (Number(status) >= 400) return [];
      const now = is.responses[status];
      if (!now) return [`${at} no longer answers ${status}`];
      return Object.entries<Json>(response.content ?? {}).flatMap(([type, { schema }]) =>
        now.content?.[type]
          ? this.schema(`${at} ${status}`, schema, now.content[type].schema, 'answer')
          : [`${at} ${status} no longer comes as ${type}`],
      );
    });
  }

  schema(at: string, was: Json, is: Json, side: Side): string[] {
    if (!is) return [`${at} is gone`];
    // Schemas that hold themselves are compared once.
    const pair = `${side} ${was?.$ref} ${is.$ref}`;
    if (was?.$ref && is.$ref) {
      if (this.#open.has(pair)) return [];
      this.#open.add(pair);
    }
    const [before, now] = [resolved(was, this.older), resolved(is, this.newer)];
    return [
      ...this.#types(at, before, now, side),
      ...this.#values(at, before, now, side),
      ...this.#bounds(at, before, now, side),
      ...this.#properties(at, before, now, side),
      ...(before.items && now.items ? this.schema(`${at}/*`, before.items, now.items, side) : []),
      ...this.#alternatives(at, before, now, side),
    ];
  }

  #types(at: string, was: Json, is: Json, side: Side): string[] {
    if (was.type === undefined || is.type === undefined) return [];
    const [before, now] = [[was.type].flat(), [is.type].flat()];
    const lost =
      side === 'request' ? before.filter((type) => !takes(now, type)) : now.filter((type) => !takes(before, type));
    return lost.length > 0 ? [`${at} was ${before} and is ${now}`] : [];
  }

  #values(at: string, was: Json, is: Json, side: Side): string[] {
    if (side === 'answer' || !is.enum) return [];
    if (!was.enum) return [`${at} now takes only ${is.enum}`];
    return was.enum
      .filter((value: Json) => !is.enum.includes(value))
      .map((value: Json) => `${at} no longer takes ${value}`);
  }

  #bounds(at: string, was: Json, is: Json, side: Side): string[] {
    if (side === 'answer') return [];
    const tighter = (name: string, isTighter: (before: number, now: number) => boolean, none: number) =>
      is[name] !== undefined && isTighter(was[name] ?? none, is[name]) ? [`${at} has a tighter ${name}`] : [];
    const least = ['minimum', 'minLength', 'minItems'].flatMap((name) => tighter(name, (a, b) => b > a, -Infinity));
    const most = ['maximum', 'maxLength', 'maxItems'].flatMap((name) => tighter(name, (a, b) => b < a, Infinity));
    return [...least, ...most];
  }

  #properties(at: string, was: Json, is: Json, side: Side): string[] {
    const [before, now] = [was.properties ?? {}, is.properties ?? {}];
    const needs = (schema: Json, name: string) => (schema.required ?? []).includes(name);
    const kept = Object.keys(before).flatMap((name) => {
      if (!now[name]) return [`${at}/${name} is gone`];
      const lost = side === 'answer' && needs(was, name) && !needs(is, name);
      const wanted = side === 'request' && !needs(was, name) && needs(is, name);
      return [
        ...(lost ? [`${at}/${name} may now be missing`] : []),
        ...(wanted ? [`${at} now needs ${name}`] : []),
        ...this.schema(`${at}/${name}`, before[name], now[name], side),
      ];
    });
    const added = side === 'request' ? Object.keys(now).filter((name) => !before[name] && needs(is, name)) : [];
    return [...kept, ...added.map((name) => `${at} now needs ${name}`)];
  }

  // Alternatives are told apart by the constant of their discriminator, or by their place.
  #alternatives(at: string, was: Json, is: Json, side: Side): string[] {
    const [before, now] = [was.oneOf ?? was.anyOf ?? [], is.oneOf ?? is.anyOf ?? []];
    const nameOf = (schema: Json, document: Json, index: number) => {
      const kind = resolved(schema, document).properties?.kind;
      return kind?.const ?? kind?.enum?.[0] ?? String(index);
    };
    const byName = new Map<string, Json>(now.map((one: Json, index: number) => [nameOf(one, this.newer, index), one]));
    return before.flatMap((one: Json, index: number) => {
      const name = nameOf(one, this.older, index);
      const other = byName.get(name);
      if (!other) return side === 'request' ? [`${at} no longer takes the form ${name}`] : [];
      return this.schema(`${at}(${name})`, one, other, side);
    });
  }
}

function resolved(schema: Json, document: Json): Json {
  if (!schema?.$ref) return schema ?? {};
  const { $ref, ...beside } = schema;
  return { ...document.components.schemas[$ref.split('/').at(-1)], ...beside };
}

function takes(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}
