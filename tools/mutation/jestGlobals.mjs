/**
 * As much of `@jest/globals` as the tests of the domain use, to run them again and again in one process with the
 * modules loaded once: a mutant then costs milliseconds. It collects the tests; inProcessRunner.mjs runs them.
 */
import { format } from 'node:util';
import { expect } from 'expect';

export { expect };

/** `{ name, body }` of every test that was declared, in order. */
export const declared = [];

const path = [];

export function describe(name, body) {
  path.push(name);
  body();
  path.pop();
}

export function test(name, body) {
  const whole = [...path, name].join(' › ');
  const alike = declared.filter((other) => other.name.startsWith(whole)).length;
  declared.push({ name: alike > 0 ? `${whole} (${alike + 1})` : whole, body });
}

describe.each = each(describe);
test.each = each(test);

function each(declare) {
  return (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      declare(titled(name, values), () => body(...values));
    }
  };
}

function titled(name, values) {
  const fields = name.replaceAll(/\$(\w+)/g, (whole, field) => values[0]?.[field] ?? whole);
  return format(fields, ...values.slice(0, fields.match(/%[sdijo]/g)?.length ?? 0));
}
