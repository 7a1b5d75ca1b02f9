/** A server that answers, but cannot be used as it is: the message says why and how to mend it. */
export class RedisUnusable extends Error {
  override readonly name = 'RedisUnusable';
}

/** No answer, or none in time; nobody knows whether a write happened. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';
}
