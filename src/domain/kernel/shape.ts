/**
 * Shapes of data as data: a promotion kind says what its benefit looks like without knowing a validation library.
 * The doors turn a shape into a validator and into JSON Schema; `Infer` turns it into a type.
 */
export type Shape =
  | { readonly is: 'integer'; readonly min: number; readonly max: number; readonly unit: Unit; readonly about?: string }
  | { readonly is: 'text'; readonly maxLength: number; readonly pattern?: string; readonly about?: string }
  | { readonly is: 'flag'; readonly about?: string }
  | { readonly is: 'one-of'; readonly values: readonly string[]; readonly about?: string }
  | { readonly is: 'list'; readonly of: Shape; readonly min: number; readonly max: number; readonly about?: string }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Shape>>; readonly about?: string }
  | { readonly is: 'optional'; readonly of: Shape }
  | { readonly is: 'either'; readonly of: readonly Shape[]; readonly about?: string };

export type Unit = 'fen' | 'grams' | 'pieces' | 'basis-points' | 'count';

type OptionalKeys<F> = { [K in keyof F]: F[K] extends { readonly is: 'optional' } ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };

/** The type of the data a shape describes. */
export type Infer<S> = S extends { readonly is: 'integer' }
  ? number
  : S extends { readonly is: 'text' }
    ? string
    : S extends { readonly is: 'flag' }
      ? boolean
      : S extends { readonly is: 'one-of'; readonly values: readonly (infer V)[] }
        ? V
        : S extends { readonly is: 'list'; readonly of: infer O }
          ? readonly Infer<O>[]
          : S extends { readonly is: 'optional'; readonly of: infer O }
            ? Infer<O>
            : S extends { readonly is: 'either'; readonly of: readonly (infer O)[] }
              ? Infer<O>
              : S extends { readonly is: 'record'; readonly fields: infer F }
                ? Flat<
                    { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & {
                      readonly [K in OptionalKeys<F>]?: Infer<F[K]>;
                    }
                  >
                : never;

export const integer = (unit: Unit, min: number, max: number, about?: string) =>
  ({ is: 'integer', unit, min, max, ...(about && { about }) }) as const;
export const text = (maxLength: number, pattern?: string, about?: string) =>
  ({ is: 'text', maxLength, ...(pattern && { pattern }), ...(about && { about }) }) as const;
export const flag = (about?: string) => ({ is: 'flag', ...(about && { about }) }) as const;
export const oneOf = <const V extends readonly string[]>(values: V, about?: string) =>
  ({ is: 'one-of', values, ...(about && { about }) }) as const;
export const list = <const S extends Shape>(of: S, min: number, max: number, about?: string) =>
  ({ is: 'list', of, min, max, ...(about && { about }) }) as const;
export const record = <const F extends Readonly<Record<string, Shape>>>(fields: F, about?: string) =>
  ({ is: 'record', fields, ...(about && { about }) }) as const;
export const optional = <const S extends Shape>(of: S) => ({ is: 'optional', of }) as const;
export const either = <const S extends readonly Shape[]>(...of: S) => ({ is: 'either', of }) as const;
