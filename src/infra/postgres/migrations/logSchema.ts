import type { Schema } from '../../sql/migration.js';
import { log001Events } from './log001Events.js';

/** Every step of the log's tables, oldest first. Append only. */
export const logSchema: Schema = { component: 'log', migrations: [log001Events] };
