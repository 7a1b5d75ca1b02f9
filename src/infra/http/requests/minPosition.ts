import { z } from 'zod';

export const position = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,14})$/, 'must be a position as it was answered, such as 42')
  .meta({ description: 'A place in the log, opaque', example: '42' });

/** What every read takes: it waits until it shows what was written before. */
export const minPosition = {
  'min-position': position.optional().meta({
    description: 'Wait until the answer shows the log up to this position (of a write)',
    example: '42',
  }),
};
