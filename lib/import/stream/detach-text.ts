/**
 * The same text in memory of its own. What was cut out of a large piece of a file keeps all of that piece in memory for
 * as long as it is there.
 */
export function detachText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
