/** So many lines of a text stand together at least, at the foot of a page as at the top of the next. */
const LEAST_LINES = 2;

/**
 * How many of a text's `lines` stay on a page with room for `room` of them, when a whole page holds `page`: as many as
 * fit, but none where its first line would stand alone, and one less where its last would. A text of less than four lines
 * that does not fit so goes to the next page whole.
 */
export function holdLines(lines: number, room: number, page: number): number {
  if (lines <= room) return lines;
  const last = (lines - room) % page;
  const kept = last > 0 && last < LEAST_LINES ? room - (LEAST_LINES - last) : room;
  return kept < LEAST_LINES ? 0 : kept;
}
