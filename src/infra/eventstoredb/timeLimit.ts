import { StoreUnavailable } from '../../commands/eventStore.js';

/**
 * What `work` gives, or StoreUnavailable after so many milliseconds without it: some calls of the client never end by
 * themselves. Long work calls `alive` when it got on, which starts the time anew.
 */
export async function within<T>(millis: number, what: string, work: (alive: () => void) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable(`EventStoreDB did not answer within ${millis} ms (${what})`));
    }, millis);
  });
  try {
    return await Promise.race([work(() => timer?.refresh()), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
