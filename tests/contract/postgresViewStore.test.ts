import { PostgresTrialTables } from '../projections/postgresTrialTables.js';
import { describeServer } from '../servers/describeServer.js';
import { rebuildContract } from './rebuildContract.js';
import { viewStoreContract } from './viewStoreContract.js';

describeServer('postgres', 'on a real PostgreSQL', (url) => {
  viewStoreContract('PostgreSQL', () => PostgresTrialTables.open(url), { shared: true });
  rebuildContract('PostgreSQL', () => PostgresTrialTables.open(url));
});
