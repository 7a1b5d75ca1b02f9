/** The hosts of a URL, without user, password and options. */
export function addressOf(url: string): string {
  return url
    .replace(/^[^:]*:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/[/?].*$/, '');
}
