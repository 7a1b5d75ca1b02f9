import type { ServerResponse } from 'node:http';
import { MAX_IN_FLIGHT } from '../limits.js';
import { Problem } from '../problems/problem.js';

/** Counts the requests under way, refuses too many, and lets a closing server finish them. */
export class Drain {
  private readonly closing = new AbortController();
  private inFlight = 0;

  constructor(private readonly most = MAX_IN_FLIGHT) {}

  /** Aborts when the server begins to close. */
  get signal(): AbortSignal {
    return this.closing.signal;
  }

  begin(): void {
    this.closing.abort();
  }

  /** Runs what answers a request; a connection is not kept beyond it when the server is closing. */
  async during<T>(response: ServerResponse, answer: () => Promise<T>): Promise<T> {
    this.inFlight++;
    try {
      return await answer();
    } finally {
      this.inFlight--;
      if (this.closing.signal.aborted) response.setHeader('connection', 'close');
    }
  }

  /** Said by a request under way. @throws Problem OVERLOADED */
  refuseTooMany(): void {
    if (this.inFlight > this.most) throw new Problem('OVERLOADED', 'Too many requests are under way.');
  }
}
