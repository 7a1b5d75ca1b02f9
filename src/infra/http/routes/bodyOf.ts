import { z } from 'zod';

/** What a body says of a command's message: everything but what the path says. */
export function bodyOf(message: z.ZodType, inPath: string): z.ZodObject {
  if (!(message instanceof z.ZodObject)) throw new TypeError(`the message whose ${inPath} is in the path is no object`);
  return message.omit({ [inPath]: true } as Record<string, true>);
}
