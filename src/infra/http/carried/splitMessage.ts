import { own } from '../../../domain/kernel/own.js';
import { Problem } from '../problems/problem.js';
import type { CarriedCommand } from './carriedCommands.js';

type InPath = CarriedCommand['inPath'];

/** A message in the two parts its route has: what stands in the path, and the body without it. */
export function splitMessage(message: unknown, inPath: InPath): { params: Record<string, unknown>; body: unknown } {
  if (Object.keys(inPath).length === 0) return { params: {}, body: message };
  const fields = typeof message === 'object' && message !== null && !Array.isArray(message) ? message : {};
  const params = Object.entries(inPath).map(([name, field]) => [name, own(fields as Record<string, unknown>, field)]);
  const named = Object.values(inPath);
  const others = Object.entries(fields).filter(([field]) => !named.includes(field));
  return { params: Object.fromEntries(params), body: Object.fromEntries(others) };
}

const ID = /^[\w.]{1,200}$/;

/** The path as an HTTP caller would have asked for it; what cannot stand in one stays a `{name}`. */
export function pathOf(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (name, key) => {
    const id = own(params, key);
    return typeof id === 'string' && ID.test(id) ? id : name;
  });
}

/** What is wrong with an id in the path is, for whoever sent a message, a fault of the message. */
export function aboutMessage(error: unknown, inPath: InPath): unknown {
  if (!(error instanceof Problem) || error.code !== 'PATH_INVALID') return error;
  const errors = (error.extras.errors ?? []).map((fault) => ({
    ...fault,
    pointer: `/${own(inPath, fault.pointer.slice(1)) ?? fault.pointer.slice(1)}`,
  }));
  return new Problem('BODY_INVALID', error.message.replace('path', 'body'), { errors });
}
