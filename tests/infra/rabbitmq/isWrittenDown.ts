import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** RabbitMQ 3.10 writes down a few seconds late which queues it has: one killed before that answers for none of them. */
export function isWrittenDown(folder: string, port: number, queue: string): boolean {
  const node = `orchard${port}@localhost`;
  return readFileSync(join(folder, 'data', node, 'quorum', node, 'names.dets')).includes(queue);
}
