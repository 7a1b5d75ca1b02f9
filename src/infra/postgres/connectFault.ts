/** Why a connection failed, in words with a remedy, and whether waiting may help. */
export interface ConnectFault {
  readonly words: string;
  readonly mayPass: boolean;
}

const REMEDIES: Readonly<Record<string, ConnectFault>> = {
  ECONNREFUSED: passing('nobody listens there: start PostgreSQL, or correct the host and port'),
  ENOTFOUND: passing('there is no such host: correct it'),
  EAI_AGAIN: passing('the host cannot be looked up now: correct it, or mend the name service'),
  ETIMEDOUT: passing('it does not answer: correct the host and port, or let this machine through'),
  EHOSTUNREACH: passing('there is no way to it: correct the host, or mend the network'),
  '57P03': passing('it is starting or stopping'),
  '53300': passing('it has no connection left: raise max_connections, or run fewer processes'),
  '28P01': final('it refuses the password: correct it, or set it with ALTER ROLE … PASSWORD'),
  '28000': final('it does not let this role in: correct the user, or allow it in pg_hba.conf'),
  '3D000': final('it has no such database: correct its name, or make it with CREATE DATABASE'),
  '42501': final('this role lacks a right there: GRANT it, or connect as the owner of the tables'),
};

export function connectFault(error: unknown): ConnectFault {
  // Where a name has several addresses, Node bundles what each said.
  const [first] = error instanceof AggregateError ? error.errors : [error];
  const { code, message } = first as { code?: string; message: string };
  const known = code === undefined ? undefined : REMEDIES[code];
  if (known) return { ...known, words: `${known.words} (${message})` };
  return { words: message, mayPass: code === undefined || !/^[0-9A-Z]{5}$/.test(code) };
}

function passing(words: string): ConnectFault {
  return { words, mayPass: true };
}

function final(words: string): ConnectFault {
  return { words, mayPass: false };
}
