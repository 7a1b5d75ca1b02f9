import { FAULTS, type Fault } from './faults.js';
import { PATHS, type Path, RAREST } from './paths.js';

/** How often each fault happened and each rare path was gone, over all seeds of a run. */
export class Counters {
  readonly #faults = new Map<Fault, number>();
  readonly #paths = new Map<Path, number>();

  fault(fault: Fault): void {
    this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1);
  }

  path(path: Path, times = 1): void {
    if (times > 0) this.#paths.set(path, (this.#paths.get(path) ?? 0) + times);
  }

  add(other: Counters): void {
    for (const [fault, times] of other.#faults) this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + times);
    for (const [path, times] of other.#paths) this.path(path, times);
  }

  /** Faults that never happened and paths that were never gone: such a run has proved nothing about them. */
  missing(): string[] {
    return [...FAULTS.filter((fault) => !this.#faults.has(fault)), ...PATHS.filter((path) => !this.#paths.has(path))];
  }

  /** The same without the paths that take a soak to see. */
  missingOfCommon(): string[] {
    const rarest: readonly string[] = RAREST;
    return this.missing().filter((name) => !rarest.includes(name));
  }

  lines(): string[] {
    const line = (name: string, times = 0) => `${String(times).padStart(9)}  ${name}`;
    return [
      'faults',
      ...FAULTS.map((fault) => line(fault, this.#faults.get(fault))),
      'rare paths',
      ...PATHS.map((path) => line(path, this.#paths.get(path))),
    ];
  }
}
