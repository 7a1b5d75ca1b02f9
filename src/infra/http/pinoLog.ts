import { pino } from 'pino';
import type { ApiLog } from './apiDeps.js';

/** The door's log: JSON lines on standard error, so that standard output stays for people. */
export function pinoLog(level: string): ApiLog {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  return {
    info: (facts, message) => logger.info(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}
