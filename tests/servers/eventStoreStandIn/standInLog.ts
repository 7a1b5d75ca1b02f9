export type Expected = 'any' | 'none' | 'exists' | number;

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

export interface RecordInLog extends Proposed {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

export type Answer =
  | { readonly kind: 'success'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong'; readonly current: number | 'none' }
  | { readonly kind: 'unsure' };

const FRAME_BYTES = 120;
const NOTHING = new Uint8Array();

/** What a server keeps, with the semantics seen on EventStoreDB 23.10.6, odd ones too. */
export class StandInLog {
  readonly all: RecordInLog[] = [];
  readonly #streams = new Map<string, RecordInLog[]>();
  /** Ids by which an append without an expected revision knows what it has seen; forgotten by a restart. */
  #recentIds = new Map<string, RecordInLog>();
  /** Written in this turn: an append that brings the same again is not told that they are there. */
  #uncommitted = new Set<RecordInLog>();
  #end = 548;

  constructor(private readonly committed: () => void) {
    // A fresh log holds an event of the server's own.
    this.#write('$$$scavenges', systemEvent('$metadata'));
    this.#commit();
  }

  stream(name: string): readonly RecordInLog[] | undefined {
    return this.#streams.get(name);
  }

  append(name: string, expected: Expected, events: readonly Proposed[]): Answer {
    const stored = this.#streams.get(name) ?? [];
    const next = expected === 'none' ? 0 : typeof expected === 'number' ? expected + 1 : undefined;
    const known =
      next === undefined
        ? events.map(({ id }) => this.#recentIds.get(`${name} ${id}`))
        : stored.slice(next, next + events.length);
    // At the head there is nothing to compare with: ids that are there already are written again.
    const repeats = events.every(({ id }, i) => known[i]?.id === id);
    if (repeats) return this.#known(known.at(-1)!);
    const moved = next !== undefined && next !== stored.length;
    if (moved || (expected === 'exists' && stored.length === 0)) {
      return { kind: 'wrong', current: stored.length === 0 ? 'none' : stored.length - 1 };
    }
    for (const event of events) this.#write(name, event);
    // The server writes to its own streams whenever it likes.
    if (this.all.length % 7 === 0) this.#write('$stats', systemEvent('$statsCollected'));
    const last = this.#streams.get(name)!.at(-1)!;
    setImmediate(() => this.#commit());
    return { kind: 'success', revision: last.revision, position: last.position };
  }

  /** Whether reading can begin here: at the start, at a record, or beyond the end. */
  isPlace(position: number): boolean {
    return position === 0 || position > this.all.at(-1)!.position || this.all.some((one) => one.position === position);
  }

  forgetRecentIds(): void {
    this.#recentIds = new Map();
  }

  #known(last: RecordInLog): Answer {
    if (this.#uncommitted.has(last)) return { kind: 'unsure' };
    return { kind: 'success', revision: last.revision, position: last.position };
  }

  #write(stream: string, event: Proposed): void {
    const records = this.#streams.get(stream) ?? [];
    const record = { ...event, stream, revision: records.length, position: this.#end };
    this.#end += FRAME_BYTES + stream.length + event.metadata.length + event.data.length;
    this.#streams.set(stream, records);
    records.push(record);
    this.all.push(record);
    this.#uncommitted.add(record);
    this.#recentIds.set(`${stream} ${event.id}`, record);
  }

  #commit(): void {
    this.#uncommitted.clear();
    this.committed();
  }
}

function systemEvent(type: string): Proposed {
  return { id: crypto.randomUUID(), type, contentType: 'application/json', metadata: NOTHING, data: Buffer.from('{}') };
}
