import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** A source file and what it imports: files of the project by path, everything else by name. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly files: readonly string[];
  /** Those of `files` that are imported when the program runs, not only for their types. */
  readonly runtimeFiles: readonly string[];
  readonly packages: readonly string[];
}

export type ImportGraph = ReadonlyMap<string, SourceFile>;

/** All of src as it is. */
export function importGraph(): ImportGraph {
  return withPlanted(
    new Map(),
    Object.fromEntries(sourcesUnder('src').map((path) => [path, readFileSync(path, 'utf8')])),
  );
}

/** A graph with some files added as if they were there. */
export function withPlanted(graph: ImportGraph, planted: Readonly<Record<string, string>>): ImportGraph {
  return new Map([...graph, ...Object.entries(planted).map(([path, text]) => [path, parsed(path, text)] as const)]);
}

function sourcesUnder(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => posix.join(folder, name.replaceAll('\\', '/')));
}

// The compiler's own eyes: static, type-only, dynamic and re-exporting imports alike.
function parsed(path: string, text: string): SourceFile {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const fileOf = (name: string) => posix.join(posix.dirname(path), name.replace(/\.js$/, '.ts'));
  const typeOnly = typeOnlyImports(text);
  return {
    path,
    text,
    files: names.filter(isRelative).map(fileOf),
    runtimeFiles: names.filter((name) => isRelative(name) && !typeOnly.has(name)).map(fileOf),
    packages: names.filter((name) => !isRelative(name)),
  };
}

function isRelative(name: string): boolean {
  return name.startsWith('.');
}

// A module imported both for types and for values is listed twice by the compiler; the values count.
function typeOnlyImports(text: string): ReadonlySet<string> {
  const [types, values] = [new Set<string>(), new Set<string>()];
  for (const statement of ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest).statements) {
    if (ts.isImportDeclaration(statement)) {
      const kind = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? types : values;
      kind.add((statement.moduleSpecifier as ts.StringLiteral).text);
    }
  }
  return new Set([...types].filter((name) => !values.has(name)));
}
