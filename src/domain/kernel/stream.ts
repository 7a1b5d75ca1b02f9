/** `category-shop.id`; the category is camelCase without a dash, because EventStoreDB cuts at the first one. */
export type StreamName = string;

export function streamName(category: string, shop: string, id: string): StreamName {
  return `${category}-${shop}.${id}`;
}

/** The parts of a stream name. */
export function streamParts(stream: StreamName): { category: string; shop: string; id: string } {
  const dash = stream.indexOf('-');
  const dot = stream.indexOf('.', dash);
  return { category: stream.slice(0, dash), shop: stream.slice(dash + 1, dot), id: stream.slice(dot + 1) };
}
