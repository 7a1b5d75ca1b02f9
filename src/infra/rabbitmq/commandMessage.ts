import type { ConsumeMessage } from 'amqplib';

/** A command as others understand it: properties that HTTP has a header for are under the name of that header. */
export interface Command {
  readonly name: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is answered to a command. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Why it was not done; null: it was. */
  readonly refusal: string | null;
}

/** Answers a command; never throws. */
export type AnswerCommand = (command: Command) => Promise<Answer>;

/** What a message asks. Its type names the command, or else its routing key. */
export function commandOf({ content, properties, fields }: ConsumeMessage): Command {
  const { type, messageId, correlationId, contentType, contentEncoding } = properties;
  return {
    name: text(type) ?? fields.routingKey,
    body: content,
    headers: withoutHoles({
      'x-request-id': text(correlationId),
      ...headersOf(properties.headers),
      'idempotency-key': text(messageId),
      'content-type': text(contentType) ?? 'application/json',
      // Many clients say here what HTTP calls a charset.
      'content-encoding': /^utf-?8$/i.test(text(contentEncoding) ?? 'utf-8') ? undefined : text(contentEncoding),
    }),
  };
}

function headersOf(headers: Readonly<Record<string, unknown>> = {}): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), text(value)]));
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function withoutHoles(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
