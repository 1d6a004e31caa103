const RAISED: Record<string, string> = { '1': '¹', '2': '²', '3': '³' };

/** A note's mark in raised figures where the report's font has them (it has three), else in brackets. */
export function raiseMark(mark: string): string {
  return RAISED[mark] ?? (/^\d+$/.test(mark) ? `(${mark})` : mark);
}
