/** What Excel made of a function's number: `952.6` was `952.60`, `25.11` was `025.11`. */
export function restoreFunctionNumber(text: string): string {
  const [whole = '', decimals] = text.split('.');
  if (decimals === undefined) return whole.padStart(5, '0');
  return `${whole.padStart(3, '0')}.${decimals.padEnd(2, '0')}`;
}
