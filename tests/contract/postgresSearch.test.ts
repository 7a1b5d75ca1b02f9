import { PostgresTrialTables } from '../projections/postgresTrialTables.js';
import { describeServer } from '../servers/describeServer.js';
import { searchContract } from './searchContract.js';
import { searchedTables } from './searchedTables.js';

describeServer('postgres', 'on a real PostgreSQL', (url) => {
  searchContract('PostgreSQL', async () => searchedTables(await PostgresTrialTables.open(url)));
});
