import { comparePositions, type Position } from '../commands/eventStore.js';
import type { AnyProjection } from './projection.js';
import type { ViewStore } from './viewStore.js';

const PAGE = 500;
/** A row that moves while it is read may look wrong once. */
const LOOKS = 3;

export interface Comparison {
  /** Streams that were looked at. */
  readonly rows: number;
  /** Streams whose records in a projection's own tables are not what the log says. */
  readonly wrong: readonly string[];
}

/** What a row's main record says of itself. */
interface Place {
  readonly revision: number;
  readonly position: Position;
}

type Lines = readonly string[] | undefined;

/**
 * Compares a projection's tables, which may be in use, with tables just made beside them: of every stream that both
 * have at one revision all records must be equal to the byte, and a stream may be behind in one only when the events it
 * lacks are beyond that one's checkpoint.
 */
export async function compareTables(views: ViewStore, own: AnyProjection, beside: AnyProjection): Promise<Comparison> {
  const reached = {
    own: (await views.checkpoint(own)).position,
    beside: (await views.checkpoint(beside)).position,
  };
  const wrongOf = async (streams: readonly string[]): Promise<readonly string[]> => {
    const [inOwn, inBeside] = [await views.dumpOf(own, streams), await views.dumpOf(beside, streams)];
    return streams.filter((stream) => !agree(inOwn.get(stream), inBeside.get(stream), reached));
  };
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const projection of [beside, own]) {
    for await (const streams of pagesOf(views, projection)) {
      let suspects: readonly string[] = streams.filter((stream) => !seen.has(stream));
      for (const stream of suspects) seen.add(stream);
      for (let look = 0; look < LOOKS && suspects.length > 0; look++) suspects = await wrongOf(suspects);
      wrong.push(...suspects);
    }
  }
  return { rows: seen.size, wrong };
}

async function* pagesOf(views: ViewStore, projection: AnyProjection): AsyncIterable<readonly string[]> {
  for (let after = ''; ; ) {
    const page = await views.scan(projection, after, PAGE);
    if (page.length > 0) yield page.map(({ stream }) => stream);
    if (page.length < PAGE) return;
    after = page.at(-1)!.stream;
  }
}

function agree(own: Lines, beside: Lines, reached: { readonly own: Position; readonly beside: Position }): boolean {
  const [a, b] = [placeOf(own), placeOf(beside)];
  if (a?.revision === b?.revision) return sameLines(own, beside);
  // One of them has seen more of the stream: the other must not have come that far.
  const isOwnAhead = (a?.revision ?? -1) > (b?.revision ?? -1);
  const [ahead, behind] = isOwnAhead ? [a!, reached.beside] : [b!, reached.own];
  return comparePositions(ahead.position, behind) > 0;
}

function sameLines(a: Lines = [], b: Lines = []): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i]);
}

/** The main table's record comes first, and has the row's own columns. */
function placeOf(lines: Lines): Place | undefined {
  const [main] = lines ?? [];
  return main === undefined ? undefined : (JSON.parse(main.slice(main.indexOf('{'))) as Place);
}
