/** A state as JSON can say it: maps as objects, sets as lists; where a fold keeps a thing (`place`) is left out. */
export function shownState(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state, shown));
}

function shown(key: string, value: unknown): unknown {
  if (key === 'place') return undefined;
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof Set ? [...value] : value;
}
