/** The server of a URL as people may read it: without user and password. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return pathname.length > 1 ? `${host}${pathname}` : host;
}
