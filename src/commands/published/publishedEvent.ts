import { z } from 'zod';

/** A public event type: its name and version, what it means, and the schema of its data. */
export interface PublishedEvent {
  /** `orchard.promotion-published.v1`: a contract for ever, as STORED_EVENTS is for the log. */
  readonly type: string;
  /** One sentence for its readers. */
  readonly about: string;
  /** What the id of its subject is called in the data; null: a shop has one, and it needs no id. */
  readonly subject: string | null;
  /** What the data says; what it does not name stays inside. */
  readonly data: z.ZodObject;
  /** Fields that are called or placed otherwise in the stored data; absent: they are taken as they are. */
  readonly from?: (stored: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export const fen = z.int().meta({ description: 'Fen' });
export const instant = z.string().meta({ format: 'date-time' });
export const reason = z.string().meta({ description: 'Why, in the words of who did it' });
export const open = z.record(z.string(), z.unknown());
export const ofGoods = { quantity: z.int().optional(), grams: z.int().optional() };

/** Version 1 of a public event; the id of what it is about is a field of its data. */
export function published(
  subject: string | null,
  name: string,
  about: string,
  fields: z.ZodRawShape = {},
  from?: PublishedEvent['from'],
): PublishedEvent {
  const id = subject !== null && { [subject]: z.string().meta({ description: `The id of the ${subject}` }) };
  return {
    type: `orchard.${name}.v1`,
    about,
    subject,
    data: z.object({ ...id, ...fields }),
    ...(from && { from }),
  };
}
