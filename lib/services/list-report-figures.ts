import { may } from '#lib/domain/permissions.ts';
import { SHARED, type TextOwner } from '#lib/domain/report-text.ts';
import type { FigureWords } from '#lib/report/figures/figure.ts';
import { listFigures } from '#lib/report/figures/list-figures.ts';
import type { Context } from './context.ts';
import { getReport, listReportCommittees } from './get-report.ts';
import { findTextHome } from './text-rights.ts';

/**
 * The figures of a committee's report that a text of `owner` can be bound to (product.md, rule 12); to a text of all
 * committees only those that each of their reports has. Those of the whole report: what the open edition leaves out is
 * left out of a text's figures too, and what is bound is the same in both. Null where the actor may not write that text.
 */
export async function listReportFigures(
  context: Context,
  fiscalYear: number,
  committee: string,
  owner: TextOwner,
): Promise<FigureWords[] | null> {
  const home = await findTextHome(context.store.read, context.actor, fiscalYear, owner);
  if (home === null || !may(context.actor, 'writeText', home.place)) return null;
  if (owner !== SHARED && owner !== committee) return null;
  const own = await getReport(context, fiscalYear, committee, 'closed');
  if (own === null) return null;
  const figures = listFigures(own).map(({ source: _source, ...figure }) => figure);
  return owner === SHARED ? keepCommon(context, fiscalYear, figures) : figures;
}

async function keepCommon(context: Context, year: number, figures: FigureWords[]): Promise<FigureWords[]> {
  const committees = (await listReportCommittees(context, year)) ?? [];
  const models = await Promise.all(committees.map(({ code }) => getReport(context, year, code, 'closed')));
  const keys = models.flatMap((model) => (model === null ? [] : [new Set(listFigures(model).map(({ key }) => key))]));
  return figures.filter(({ key }) => keys.every((known) => known.has(key)));
}
