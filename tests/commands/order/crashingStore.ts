import type { EventStore } from '../../../src/commands/eventStore.js';

/** The process died here. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Dies at one append, before it or after it was stored. `appends` counts all of them. */
export class CrashingStore {
  appends = 0;

  constructor(
    private readonly inner: EventStore,
    private readonly at: number,
    private readonly when: 'before' | 'after',
  ) {}

  /** The store as a process sees it; once it died it does nothing more. */
  asStore(): EventStore {
    const append: EventStore['append'] = async (...given) => {
      this.appends++;
      if (this.appends > this.at || (this.appends === this.at && this.when === 'before')) throw new Crash('before');
      const appended = await this.inner.append(...given);
      if (this.appends === this.at) throw new Crash('after');
      return appended;
    };
    return new Proxy(this.inner, {
      get: (target, name) => {
        if (name === 'append') return append;
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}
