import ts from 'typescript';
import type { SourceFile } from './importGraph.js';

/** Names a pure, synchronous, deterministic source has no use for. */
const FORBIDDEN = new Set([
  'process',
  'globalThis',
  'global',
  'require',
  'Buffer',
  'Promise',
  'Intl',
  'performance',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'eval',
]);
const FORBIDDEN_MEMBERS = new Set(['Date.now', 'Math.random']);
const LOCALE = /^toLocale|^localeCompare$/;

const known = new WeakMap<SourceFile, readonly string[]>();

/** What in a file depends on clock, chance, environment, locale or event loop. `new Date(number)` does not. */
export function impurities(file: SourceFile): readonly string[] {
  const found = known.get(file) ?? impuritiesOf(file.text);
  known.set(file, found);
  return found;
}

export function impuritiesOf(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const impurity = impurityOf(node);
    if (impurity) found.push(`uses ${impurity}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function impurityOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return 'await';
  if (isDateOfNow(node)) return 'the clock (Date without a number)';
  if (ts.isPropertyAccessExpression(node)) return memberImpurity(node);
  if (ts.isIdentifier(node) && FORBIDDEN.has(node.text) && !isMemberName(node)) return node.text;
  return undefined;
}

function memberImpurity(node: ts.PropertyAccessExpression): string | undefined {
  const member = `${node.expression.getText()}.${node.name.text}`;
  if (FORBIDDEN_MEMBERS.has(member)) return member;
  return LOCALE.test(node.name.text) ? `the locale (${node.name.text})` : undefined;
}

function isDateOfNow(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Date';
  return ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
}

// `order.process`, `{ process: 1 }` and the like name members, not the globals.
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) &&
    parent.name === node
  );
}
