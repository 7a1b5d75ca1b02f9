import type { Position } from '../../commands/eventStore.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import type { RunningOrchard } from './runningOrchard.js';

/**
 * Resolves when prices are reckoned with the whole log; as long as the view gets on, it has time.
 * @throws Rejection VIEW_BEHIND; Error when the log holds an event this version does not know.
 */
export async function caughtUp(
  { deps: { store, view } }: Pick<RunningOrchard, 'deps'>,
  onProgress: (position: Position, head: Position) => void = () => {},
): Promise<void> {
  const head = await store.head();
  for (;;) {
    const before = view.position();
    try {
      return await view.reached(head);
    } catch (error) {
      const unknown = view.waitsAt();
      if (unknown !== null) throw new Error(unknown, { cause: error });
      if (!(error instanceof Rejection) || view.position() === before) throw error;
      onProgress(view.position(), head);
    }
  }
}
