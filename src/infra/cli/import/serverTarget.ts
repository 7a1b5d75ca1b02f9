import type { ImportRow } from '../../../commands/import/importRow.js';
import type { TermsRules } from '../../../commands/promotion/describePromotion.js';
import { sameJson } from '../../../domain/kernel/canonicalJson.js';
import { askServer, type ServerRequest } from '../server/askServer.js';
import { type ImportTarget, RowRefused } from './importTarget.js';

type Answered = Readonly<Record<string, unknown>>;
type Ask = (request: ServerRequest) => Promise<{ readonly ok: boolean; readonly answer: Answered }>;

/** A shop behind a URL. It tries a row by itself, without those before it. */
export function serverTarget(
  url: string,
  token: string | undefined,
  terms: TermsRules,
  close: () => Promise<void>,
): ImportTarget {
  const ask: Ask = (request) => askServer(url, token, request);
  return {
    words: new URL(url).origin,
    terms,
    atOnce: 32,
    remembersRehearsals: false,
    rehearse: async (row) => void (await carry(ask, row, '?dry-run=true')),
    write: (row) => carry(ask, row, ''),
    close,
  };
}

async function carry(ask: Ask, row: ImportRow, query: string): Promise<boolean> {
  const told = async (request: ServerRequest) => {
    const { ok, answer } = await ask({ ...request, path: `${request.path}${query}` });
    if (!ok) throw refused(answer);
    return answer['changed'] === true;
  };
  switch (row.kind) {
    case 'product': {
      const { sku, ...body } = row.message;
      return told({ method: 'PUT', path: `v1/products/${sku}`, body });
    }
    case 'customer': {
      const { customer, ...body } = row.message;
      return told({ method: 'PUT', path: `v1/customers/${customer}`, body });
    }
    case 'promotion': {
      const { promotion, terms, publish } = row.message;
      const path = `v1/promotions/${promotion}`;
      const known = await ask({ method: 'GET', path });
      let changed = false;
      if (!known.ok) changed = await told({ method: 'POST', path: 'v1/promotions', body: { promotion, terms } });
      else if (!sameJson(known.answer['terms'], terms)) {
        const ifMatch = `"${String(known.answer['revision'])}"`;
        changed = await told({ method: 'PUT', path, body: { terms, reason: 'import' }, ifMatch });
      }
      const isDraft = !known.ok || known.answer['status'] === 'draft';
      // A draft that was only tried cannot be published.
      if (publish === undefined || !isDraft || (query !== '' && !known.ok)) return changed;
      return (await told({ method: 'POST', path: `${path}/publish`, body: { reason: publish } })) || changed;
    }
  }
}

function refused({ code, detail, errors = [] }: Answered): RowRefused {
  const faults = errors as readonly { readonly pointer: string; readonly detail: string }[];
  return new RowRefused(`${String(code)}: ${String(detail)}`, faults);
}
