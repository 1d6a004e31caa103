/** Each part of the report with its place as its key: a report never moves its parts, and equal parts are two. */
export function numbered<T>(parts: readonly T[]): { key: string; part: T }[] {
  return parts.map((part, place) => ({ key: String(place), part }));
}
