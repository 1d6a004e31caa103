import { listReportFigures } from '#lib/services/list-report-figures.ts';
import { handle, json } from '../handle.ts';

/** The figures that a text can be bound to: `?year=2023&committee=BIU&owner=BIU` (no owner: the text of all committees). */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const { searchParams } = new URL(request.url);
    const committee = searchParams.get('committee') ?? '';
    const owner = searchParams.get('owner') ?? '';
    const figures = await listReportFigures(context, Number(searchParams.get('year')), committee, owner);
    return figures && json(figures);
  });
}
