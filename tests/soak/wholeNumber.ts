/** A number given on the command line. @throws RangeError that names the option. */
export function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0 || text.trim() === '') {
    throw new RangeError(`--${name} takes a whole number, not ${text}`);
  }
  return number;
}
