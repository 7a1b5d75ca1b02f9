import type { Run } from './simulate.js';

/** A run that broke an invariant, as people read it: what, how to run it again, and how it came about. */
export function reportOf({ plan, commands, events, steps, trace, violation }: Run): string {
  const without = [...(plan.without ?? [])];
  return [
    `seed ${plan.seed}, ${commands} commands, ${events} events, ${steps} steps, trace ${trace.slice(0, 16)}`,
    ...(without.length > 0 ? [`without: ${without.join(' · ')}`] : []),
    violation ? `broken: ${violation.message}` : 'nothing broken',
    ...(violation ? ['how it ended:', ...violation.lastLines.map((line) => `  ${line.slice(0, 400)}`)] : []),
  ].join('\n');
}
