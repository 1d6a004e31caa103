import { textSpot } from '#lib/schemas/report-text.ts';
import { compareTextVersions } from '#lib/services/compare-text-versions.ts';
import { getTextHistory } from '#lib/services/get-text-history.ts';
import { handle, json } from '../../handle.ts';

/**
 * The versions of a text: `?year=2023&owner=BIU&place=kategorier` (no owner: the text of all committees); with
 * `&from=2&to=5` how two of them differ.
 */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const { searchParams } = new URL(request.url);
    const spot = textSpot.safeParse({
      fiscalYear: Number(searchParams.get('year')),
      owner: searchParams.get('owner') ?? '',
      place: searchParams.get('place'),
    });
    if (!spot.success) return null;
    const [from, to] = [searchParams.get('from'), searchParams.get('to')];
    const answer =
      from === null || to === null
        ? await getTextHistory(context, spot.data)
        : await compareTextVersions(context, spot.data, versionOf(from), versionOf(to));
    return answer && json(answer);
  });
}

/** A version's number; one that no text has where it is none. */
function versionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
