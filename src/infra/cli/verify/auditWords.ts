import type { Audit } from '../../../commands/proof/audit.js';
import { hexOf } from '../../../commands/proof/hexOf.js';
import type { Sealed } from '../../../commands/proof/sealLog.js';
import { perSecond } from '../quote/perSecond.js';

/** Whether all of it was read, nothing is broken, and there was a seal to hold it against. */
export function isVouchedFor({ whole, breach, newest }: Audit): boolean {
  return whole && !breach && newest !== null;
}

/** What came of an audit, for people. */
export function auditWords(audit: Sealed, millis: number): string {
  const { count, first, last, head, root } = audit.stand;
  const events = `${count} events, positions ${first} to ${last}, in ${millis} ms (${perSecond(count, millis)}/s)`;
  const sealed = audit.newest
    ? `sealed  to event ${audit.newest.count} by ${audit.checkpoints} checkpoints, the newest of ${audit.newest.sealedAt}, key ${audit.newest.key}`
    : 'sealed  never';
  const added = audit.added.length === 0 ? [] : [`added   ${audit.added.length} checkpoints`];
  return `${[`log     ${events}`, `head    ${hexOf(head)}`, `root    ${hexOf(root)}`, sealed, ...added, outcome(audit)].join('\n')}\n`;
}

/** What came of an audit, for programs. */
export function auditJson(audit: Sealed, millis: number): object {
  const { count, first, last, head, root } = audit.stand;
  const { checkpoints, newest, breach, whole, added } = audit;
  return {
    ok: isVouchedFor(audit),
    count,
    first,
    last,
    head: hexOf(head),
    root: hexOf(root),
    checkpoints,
    newest,
    added: added.length,
    unsealed: unsealed(audit),
    breach,
    whole,
    millis,
  };
}

function outcome(audit: Audit): string {
  const { breach, whole, newest, stand } = audit;
  if (breach) {
    return `BROKEN  at ${breach.at}${breach.position === null ? '' : ` (position ${breach.position})`}: ${breach.what}`;
  }
  if (!whole) return `STOPPED after event ${stand.count}: the rest was not verified`;
  if (!newest) return 'NOTHING was sealed: nothing says what this log was. Seal it: orchard verify log --seal';
  const rest = unsealed(audit);
  return `OK${rest === 0 ? '' : `      the last ${rest} events are not sealed yet: orchard verify log --seal`}`;
}

function unsealed({ stand, newest }: Audit): number {
  return Math.max(0, stand.count - (newest?.count ?? 0));
}
