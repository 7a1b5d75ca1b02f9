import type { Planted } from '../simulation/plan.js';
import { busLosesMessages, busTurnsRound } from './faultyBuses.js';
import * as stores from './faultyStores.js';
import { checkpointBeforeTheRows, rowsBeforeTheCheckpoint } from './faultyTables.js';

/** Bugs that take the place of an adapter or a client; the others are patches beside this file. */
export const PLANTED_BUGS: Readonly<Record<string, Planted>> = {
  'revision-read-after-the-decision': { store: stores.revisionReadAfterTheDecision },
  'no-expected-revision': { store: stores.noExpectedRevision },
  'acknowledged-before-the-append': { store: stores.acknowledgedBeforeTheAppend },
  'acknowledged-before-the-sync': { storeAcknowledgesEarly: true },
  'silence-taken-for-success': { store: stores.silenceTakenForSuccess },
  'sent-again-under-new-ids': { store: stores.sentAgainUnderNewIds },
  'same-event-ids-for-other-bytes': { store: stores.sameEventIdsForOtherBytes },
  'client-asks-again-under-a-new-key': { clientForgetsItsKey: true },
  'bus-loses-messages': { bus: busLosesMessages },
  'bus-turns-messages-round': { bus: busTurnsRound },
  'checkpoint-before-the-rows': { tables: checkpointBeforeTheRows },
  'rows-before-the-checkpoint': { tables: rowsBeforeTheCheckpoint },
};
