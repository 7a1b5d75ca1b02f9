// npm run soak:faults -- --kills N: the campaign of tests/faults/campaign.test.ts, N kills long, with its ledger.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
if (!/^[1-9]\d{0,5}$/.test(values.kills)) throw new RangeError(`--kills takes a whole number, not ${values.kills}`);
const child = spawn(process.execPath, ['tests/run.mjs', 'tests/faults/campaign.test.ts'], {
  stdio: 'inherit',
  env: { ORCHARD_TEST_SERVERS: 'debian', ...process.env, CAMPAIGN_KILLS: values.kills },
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
