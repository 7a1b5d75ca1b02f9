/** Where a server is and as whom it is asked, in words fit for a log: without the password. */
export function addressOf(url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  const user = username === '' ? '' : ` as ${decodeURIComponent(username)}`;
  return `${hostname || 'localhost'}:${port || DEFAULT_PORT}${decodeURIComponent(pathname)}${user}`;
}

export const DEFAULT_PORT = 5432;
