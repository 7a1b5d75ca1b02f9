import { escaped } from '../../../commands/messageFaults/pointer.js';
import { MAX_DEPTH } from '../limits.js';
import { Problem } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problemTable.js';

/** Keys that reach an object's prototype in careless code; nothing here is called so. */
export const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON's own grammar
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/** What is wrong with a JSON text, at the first place where something is; undefined: nothing. */
export function explainJson(json: string): Problem | undefined {
  try {
    new Reader(json).read();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

class Reader {
  private at = 0;

  constructor(private readonly json: string) {}

  read(): void {
    this.value('', 1);
    if (this.at < this.json.length) throw this.unexpected('the end');
  }

  private value(pointer: string, depth: number): void {
    this.skip(SPACE);
    const char = this.json[this.at];
    if (char === '{' || char === '[') {
      if (depth > MAX_DEPTH) throw this.refused('BODY_TOO_DEEP', pointer, `is nested deeper than ${MAX_DEPTH}`);
      if (char === '{') this.object(pointer, depth);
      else this.list(pointer, depth);
    } else if (char === '"') this.text(pointer);
    else if (!this.skip(NUMBER) && !this.skip(WORD)) throw this.unexpected('a value');
    this.skip(SPACE);
  }

  private object(pointer: string, depth: number): void {
    const keys = new Set<string>();
    this.sequence('}', () => {
      this.skip(SPACE);
      if (this.json[this.at] !== '"') throw this.unexpected('a key in double quotes');
      const key = this.text(pointer);
      const member = `${pointer}/${escaped(key)}`;
      if (REFUSED_KEYS.has(key)) throw this.refused('BODY_KEY_REFUSED', member, 'is never taken');
      if (keys.has(key)) throw this.refused('BODY_KEY_TWICE', member, 'is said twice');
      keys.add(key);
      this.skip(SPACE);
      if (this.json[this.at] !== ':') throw this.unexpected('a colon');
      this.at++;
      this.value(member, depth + 1);
    });
  }

  private list(pointer: string, depth: number): void {
    let index = 0;
    this.sequence(']', () => this.value(`${pointer}/${index++}`, depth + 1));
  }

  private sequence(end: '}' | ']', item: () => void): void {
    this.at++;
    this.skip(SPACE);
    if (this.json[this.at] === end) {
      this.at++;
      return;
    }
    for (;;) {
      item();
      const char = this.json[this.at];
      if (char !== ',' && char !== end) throw this.unexpected(`a comma or ${end}`);
      this.at++;
      if (char === end) return;
    }
  }

  private text(pointer: string): string {
    const from = this.at;
    if (!this.skip(STRING)) throw this.unexpected('a text that ends, with its control characters escaped');
    const text = JSON.parse(this.json.slice(from, this.at)) as string;
    if (UNSTORABLE.test(text)) throw this.refused('BODY_TEXT_REFUSED', pointer, 'holds NUL or half a surrogate pair');
    return text;
  }

  /** Passes over what matches here; whether that is anything. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.json)) return false;
    const from = this.at;
    this.at = pattern.lastIndex;
    return this.at > from;
  }

  private unexpected(wanted: string): Problem {
    const found =
      this.at >= this.json.length ? 'the end' : JSON.stringify(String.fromCodePoint(this.json.codePointAt(this.at)!));
    return new Problem(
      'BODY_NOT_JSON',
      `The body is not JSON: at position ${this.at} there is ${found} instead of ${wanted}.`,
      {
        facts: { position: this.at },
      },
    );
  }

  private refused(code: ProblemCode, pointer: string, why: string): Problem {
    const shown = pointer.slice(0, 200);
    return new Problem(code, `${shown === '' ? 'The body' : shown} ${why}.`, {
      errors: [{ pointer: shown, code, detail: why }],
    });
  }
}
