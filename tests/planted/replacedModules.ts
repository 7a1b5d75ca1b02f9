/** Hooks of Node's module loader: some modules have another source than their file. */
interface Loaded {
  readonly format: string;
  readonly source: string;
  readonly shortCircuit: true;
}

let sources: Readonly<Record<string, string>> = {};

export function initialize(given: Readonly<Record<string, string>>): void {
  sources = given;
}

export async function load(url: string, context: unknown, next: (url: string, context: unknown) => Promise<unknown>) {
  const source = sources[url];
  if (source === undefined) return next(url, context);
  return { format: 'module', source, shortCircuit: true } satisfies Loaded;
}
