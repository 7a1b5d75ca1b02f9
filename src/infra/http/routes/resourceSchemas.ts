import { z } from 'zod';
import { localId } from '../../../commands/messageFields.js';
import { position } from '../requests/minPosition.js';
import type { Resource } from './resource.js';

type Described = Pick<Resource<never>, 'fields' | 'name'>;

export const revision = z.int().min(0).meta({ description: 'Counts its changes from 0; also the ETag', example: 3 });

/** What reading one answers. */
export function shownSchema({ fields, name }: Described): z.ZodObject {
  return z.strictObject({ ...fields, revision }).meta({ id: name });
}

/** What changing one answers: what it is then, and where in the log that stands. */
export function changedSchema({ fields, name }: Described): z.ZodObject {
  return z
    .strictObject({
      ...fields,
      revision,
      position: position.meta({ description: 'Of the change: give it to reads as min-position', example: '42' }),
      changed: z.boolean().meta({ description: 'False: it was so already, nothing was recorded' }),
    })
    .meta({ id: `${name}-changed` });
}

export function pageSchema(item: z.ZodType): z.ZodObject {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null: this was the last' }),
  });
}

/** The part of a path that names one. */
export function idParams(idName: string): z.ZodType<Readonly<Record<string, string>>> {
  return z.strictObject({ [idName]: localId });
}
