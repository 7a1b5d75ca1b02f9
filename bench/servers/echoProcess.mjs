// node echoProcess.mjs URL QUEUE: answers every message with its own bytes, with the care that Orchard takes: one is
// acknowledged when the server has confirmed its answer.
import { connect } from 'amqplib';

const [url, queue] = process.argv.slice(2);
const [reading, answering] = await Promise.all([connect(url, { noDelay: true }), connect(url, { noDelay: true })]);
const [commands, answers] = await Promise.all([reading.createChannel(), answering.createConfirmChannel()]);
await commands.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
await commands.prefetch(256);
await commands.consume(queue, (message) => {
  const { replyTo, correlationId } = message.properties;
  answers.publish('', replyTo, message.content, { correlationId, persistent: true }, () => commands.ack(message));
});
console.log('ready');
