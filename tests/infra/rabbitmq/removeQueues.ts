import { connect } from 'amqplib';
import { removeTopology } from './removeTopology.js';

/** The same from outside, when the processes that declared it are gone. */
export async function removeQueues(url: string, prefix: string): Promise<void> {
  const connection = await connect(url);
  await removeTopology(await connection.createChannel(), prefix);
  await connection.close();
}
