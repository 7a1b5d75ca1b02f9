import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../../../bench/http/connection.mjs';

/** Problems that say "not now": the store was just opened, too many wait, somebody else is at it. */
const NOT_NOW = ['OVERLOADED', 'STORE_UNAVAILABLE', 'STREAM_BUSY', 'ALLOWANCE_SETTLING', 'VIEW_BEHIND'];

/** Asks until there is an answer, whoever dies meanwhile: the same bytes again, as a shop would. */
export class PatientConnection {
  #url;
  #connection;

  constructor(url) {
    this.#url = url;
  }

  /** @returns { status, json } of an answer that is not "not now". */
  async ask(path, body) {
    const text = JSON.stringify(body);
    for (;;) {
      try {
        this.#connection ??= await Connection.open(this.#url);
        const answer = await this.#connection.ask(path, text);
        const json = JSON.parse(answer.text());
        if (answer.status < 400 || !NOT_NOW.includes(json.code)) return { status: answer.status, json };
      } catch {
        this.#connection?.close();
        this.#connection = undefined;
      }
      await sleep(20);
    }
  }

  close() {
    this.#connection?.close();
  }
}
