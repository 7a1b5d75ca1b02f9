/** All that bootstrap needs of PostgreSQL, in one piece that is loaded only when it is chosen. */
export { openServer } from '../postgres/openServer.js';
export { PostgresDriver } from '../postgres/postgresDriver.js';
export { PostgresEventStore } from '../postgres/postgresEventStore.js';
