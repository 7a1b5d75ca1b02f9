import { kindOf } from './failures.js';

/** Why the server cannot be used, in words with a remedy, and whether waiting may help. */
export interface ConnectFault {
  readonly words: string;
  readonly mayPass: boolean;
}

type Reading = readonly [signs: RegExp, fault: ConnectFault];

const IS_OTHER = 'what listens there is no EventStoreDB: correct the host and port';

/** What the client's sentences mean; they are all it tells. */
const READINGS: readonly Reading[] = [
  [/ECONNREFUSED/, passing('nobody listens there: start EventStoreDB, or correct the host and port')],
  [/Name resolution|ENOTFOUND|EAI_AGAIN/, passing('there is no such host: correct it, or mend the name service')],
  [/Failed to discover/, passing('no node of the cluster answers: start it, or correct the hosts')],
  [/Not Ready|not ready|Server Is Busy|No leader/, passing('it is starting, or the cluster has no leader')],
  [/wrong version number|packet length too long/, final('it speaks without TLS: add ?tls=false to the URL')],
  [/self.signed|unable to (verify|get)|altnames/, final('its certificate is not trusted: name its CA by tlsCAFile=')],
  [/Protocol error|Failed to connect|HTTP status|UNIMPLEMENTED|Unknown frame|Parse Error/i, final(IS_OTHER)],
  [/ECONNRESET|EPIPE|Connection dropped/, passing('it cuts the connection: it may speak TLS alone; remove tls=false')],
];

const ACCESS = final(
  'it denies access: the user and password in the URL must be right, and the user must be allowed to read $all',
);

export function connectFault(error: unknown): ConnectFault {
  const { message } = error as Error;
  if (kindOf(error) === 'access-denied') return ACCESS;
  const known = READINGS.find(([signs]) => signs.test(message))?.[1];
  return known ?? { words: `it cannot be used: ${message}`, mayPass: true };
}

function passing(words: string): ConnectFault {
  return { words, mayPass: true };
}

function final(words: string): ConnectFault {
  return { words, mayPass: false };
}
