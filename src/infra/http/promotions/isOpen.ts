import type { Machine } from '../../../commands/ports.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { type Schedule, scheduleAt } from '../../../domain/kernel/schedule.js';

/** Whether a schedule is open at an instant, on the clock of its zone. */
export function isOpen(machine: Machine, schedule: Schedule | undefined, at: Instant): boolean {
  if (!schedule) return true;
  const zone = schedule.recurrence?.zone;
  return scheduleAt(schedule, at, zone === undefined ? undefined : machine.localTimeIn(zone, at)).open;
}
