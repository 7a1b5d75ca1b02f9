import { EVENT_COLUMNS } from './eventRow.js';

/** The statements of the log that every SQL database runs as they stand, one an operation. Placeholders are `?`. */

const SELECT = `SELECT ${EVENT_COLUMNS} FROM events WHERE`;

/** stream, first revision, limit */
export const STREAM_FORWARD = `${SELECT} stream = ? AND revision >= ? ORDER BY revision LIMIT ?`;
/** stream, last revision, limit */
export const STREAM_BACKWARD = `${SELECT} stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`;
/** position, limit */
export const LOG_AFTER = `${SELECT} position > ? ORDER BY position LIMIT ?`;
/** One number; null in an empty log. */
export const HEAD_OF_LOG = 'SELECT max(position) FROM events';
/** stream; one number, null without the stream */
export const HEAD_OF_STREAM = 'SELECT max(revision) FROM events WHERE stream = ?';
