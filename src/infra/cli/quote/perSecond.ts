/** A whole rate; time too short to measure counts as a millisecond. */
export function perSecond(count: number, millis: number): number {
  return Math.round((count * 1000) / Math.max(1, millis));
}
