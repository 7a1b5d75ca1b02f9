import type { Position } from '../eventStore.js';
import type { CloudEvent } from '../published/cloudEvent.js';
import { type ExportedTable, shopOf } from './exportedTable.js';
import { EXPORTED_TABLES } from './exportedTables.js';
import type { TableEncoder } from './exportTarget.js';

/** However few events they are. */
const MOST_CHARACTERS = 32_000_000;

/** The rows of one file to be. */
export interface Partition {
  readonly table: ExportedTable;
  readonly shop: string;
  readonly day: string;
  readonly encoder: TableEncoder;
  readonly first: Position;
  last: Position;
  rows: number;
}

/** Events of a stretch of the log, as rows of the files they go to. */
export class Stretch {
  readonly #partitions = new Map<string, Partition>();
  #events = 0;
  #characters = 0;

  constructor(
    private readonly mostEvents: number,
    private readonly encoderOf: (table: ExportedTable) => TableEncoder,
  ) {}

  add(event: CloudEvent, day: string, characters: number): void {
    for (const table of EXPORTED_TABLES) {
      const items = table.itemsOf(event);
      if (items.length === 0) continue;
      const partition = this.#partition(table, event, day);
      partition.encoder.add(items, event);
      partition.rows += items.length;
      partition.last = event.position;
    }
    this.#events++;
    this.#characters += characters;
  }

  get full(): boolean {
    return this.#events >= this.mostEvents || this.#characters >= MOST_CHARACTERS;
  }

  get partitions(): readonly Partition[] {
    return [...this.#partitions.values()];
  }

  #partition(table: ExportedTable, { source, position }: CloudEvent, day: string): Partition {
    const shop = shopOf(source);
    const key = `${table.name}/${shop}/${day}`;
    const known = this.#partitions.get(key);
    if (known) return known;
    const made = { table, shop, day, encoder: this.encoderOf(table), first: position, last: position, rows: 0 };
    this.#partitions.set(key, made);
    return made;
  }
}
