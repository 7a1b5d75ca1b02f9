const FEW = 32;

/**
 * Sorts a list where it is; equals keep their order. Few values are sorted by insertion: the runtime's own sort copies
 * them first, which for a handful costs more than sorting.
 */
export function sortInPlace<T>(values: T[], compare: (a: T, b: T) => number): T[] {
  if (values.length > FEW) return values.sort(compare);
  for (let at = 1; at < values.length; at++) {
    const value = values[at]!;
    let place = at;
    for (; place > 0 && compare(values[place - 1]!, value) > 0; place--) values[place] = values[place - 1]!;
    values[place] = value;
  }
  return values;
}
