import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { killAll } from '../e2e/orchardProcess.js';
import { describeServer, skippedFor } from '../servers/describeServer.js';
import { campaign } from './campaign/campaign.js';
import { canRun } from './campaign/machinery.js';

/** `npm run soak:faults -- --kills N` asks for more. */
const KILLS = Number(process.env['CAMPAIGN_KILLS'] ?? 20);

jest.setTimeout(Math.max(600_000, KILLS * 30_000));

describeServer('postgres', 'a campaign of faults on PostgreSQL', () => {
  describeServer('rabbitmq', 'RabbitMQ', () => {
    describeServer('redis', 'and Redis', () => {
      if (!canRun()) return skippedFor('rabbitmq', "needs Debian's packages: only those can be killed here");

      let own: ReturnType<typeof temporaryFolder>;
      beforeEach(() => {
        own = temporaryFolder();
        // PostgreSQL refuses to run as root and must get to its own folder as another.
        chmodSync(own.folder, 0o711);
      });
      afterEach(async () => {
        await killAll();
        own.remove();
      });

      test(`${KILLS} kills and more, alone and in pairs: nothing confirmed is lost, pricing answers, all heals`, async () => {
        const { kills, quotes, wrong } = await campaign(own.folder, KILLS, (line) => process.stderr.write(`${line}\n`));
        expect(wrong).toEqual([]);
        expect(kills).toBeGreaterThanOrEqual(KILLS);
        expect(quotes).toBeGreaterThan(0);
      });
    });
  });
});
