import type { Position } from '../../commands/eventStore.js';

interface Sent {
  readonly position: Position;
  readonly sentAt: number;
  isConfirmed: boolean;
}

/** Which of the events sent in order are confirmed without a gap: confirms come in any order, or never. */
export class ConfirmedPrefix {
  #sent: Sent[] = [];
  #done = 0;

  constructor(private confirmed: Position) {}

  /** Everything up to here is confirmed. */
  get position(): Position {
    return this.confirmed;
  }

  /** Events sent and not yet in the prefix. */
  get waiting(): number {
    return this.#sent.length - this.#done;
  }

  /** When the event was sent that has waited longest, in the caller's clock; null: none waits. */
  get waitingSince(): number | null {
    return this.#sent[this.#done]?.sentAt ?? null;
  }

  /** Notes an event as sent; what comes back is to be called when it is confirmed. */
  send(position: Position, sentAt: number): () => void {
    const sent: Sent = { position, sentAt, isConfirmed: false };
    this.#sent.push(sent);
    return () => {
      sent.isConfirmed = true;
      this.#moveOn();
    };
  }

  #moveOn(): void {
    for (let next = this.#sent[this.#done]; next?.isConfirmed; next = this.#sent[this.#done]) {
      this.confirmed = next.position;
      this.#done++;
    }
    // What is done is let go in one piece, not one by one from the front.
    if (this.#done < this.#sent.length / 2) return;
    this.#sent = this.#sent.slice(this.#done);
    this.#done = 0;
  }
}
