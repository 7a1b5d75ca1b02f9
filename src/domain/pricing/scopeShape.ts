import { flag, list, optional, record, text } from '../kernel/shape.js';

const names = list(text(60), 1, 1000);

/** The shape of a scope inside a benefit. */
export const scopeShape = record({
  store: optional(flag('Every line')),
  categories: optional(names),
  skus: optional(names),
  except: optional(record({ categories: optional(names), skus: optional(names), tags: optional(names) })),
});
