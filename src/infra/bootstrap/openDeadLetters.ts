import type { OpenedDeadLetters } from '../cli/doors.js';
import { UsageError } from '../cli/exitCode.js';
import type { Adapters } from './adapterChoices.js';
import { ALL_PROJECTIONS } from './allProjections.js';
import { rabbitmqParts } from './rabbitmqParts.js';

/** What the bus put aside. @throws UsageError when the bus is one that puts nothing aside. */
export function openDeadLetters(adapters: Adapters): OpenedDeadLetters {
  if (adapters.bus !== 'rabbitmq') {
    throw new UsageError(
      'There are dead letters on RabbitMQ alone: set ORCHARD_BUS=rabbitmq and ORCHARD_RABBITMQ_URL.',
    );
  }
  const { deadLetters, close } = rabbitmqParts(adapters, ALL_PROJECTIONS);
  return {
    list: (choice) => deadLetters.list(choice),
    replay: (choice) => deadLetters.replay(choice),
    drop: (choice) => deadLetters.drop(choice),
    close,
  };
}
