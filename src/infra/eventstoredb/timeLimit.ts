import { StoreUnavailable } from '../../commands/eventStore.js';

/** What `work` gives, or StoreUnavailable after so many milliseconds: some calls of the client never end by themselves. */
export async function within<T>(millis: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable(`EventStoreDB did not answer within ${millis} ms (${what})`));
    }, millis);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
