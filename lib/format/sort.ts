const danish = new Intl.Collator('da', { numeric: true });

/** Danish order for texts, with a tie broken by code units so that the order never depends on that of the input. */
export function compareDanish(left: string, right: string): number {
  return danish.compare(left, right) || (left < right ? -1 : left > right ? 1 : 0);
}
