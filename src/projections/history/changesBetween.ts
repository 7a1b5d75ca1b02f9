import { sameJson } from '../../domain/kernel/canonicalJson.js';

/** A field that changed; absent stands as null. */
export interface FieldChange {
  /** JSON pointer into what the thing is. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Document = Readonly<Record<string, unknown>>;

/** Field by field what is otherwise in the second document, in the order of fields. Lists change as a whole. */
export function changesBetween(before: Document, after: Document, above = ''): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields.flatMap((name) => {
    const field = `${above}/${name}`;
    const was = Object.hasOwn(before, name) ? before[name] : undefined;
    const is = Object.hasOwn(after, name) ? after[name] : undefined;
    if (sameJson(was ?? null, is ?? null)) return [];
    if (isDocument(was) && isDocument(is)) return changesBetween(was, is, field);
    return [{ field, before: was ?? null, after: is ?? null }];
  });
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
