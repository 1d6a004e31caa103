import { type PlanCard, type PlanGroup, type ReportModel, tableOf } from './model.ts';

/** A finding whose amount the open edition leaves out, but whose sums tell it. */
export interface Readable {
  account: string;
  /** The row of table 2.1, and the column of it. */
  imFunction: string;
  category: PlanGroup['category'];
  /** alone: the cell is its amount; difference: all else that the cell sums is printed. */
  kind: 'alone' | 'difference';
}

/**
 * The left out amounts that can be read off table 2.1, or worked out from it and the plans that are printed. Sums stay
 * whole (product rule), so that it is for a person to judge. Rows with findings under the threshold, which no plan
 * describes, tell nothing of one.
 * @param model the closed edition
 */
export function findReadable(model: ReportModel): Readable[] {
  const leavesOut = (kind: 'finding' | 'column', target: string) =>
    model.redactions.some((each) => each.kind === kind && each.target === target);
  const hidesAmounts = leavesOut('column', 'handleplaner.opfoelgning');
  const byFunction = Map.groupBy(listCards(model), ({ imFunction }) => imFunction);
  return listRows(model).flatMap(({ imFunction, findings }) => {
    const cards = byFunction.get(imFunction) ?? [];
    if (cards.length !== findings) return [];
    return ([2, 3] as const).flatMap((category): Readable[] => {
      const summed = cards.filter((one) => one.category === category);
      const [only, another] = summed.filter(({ card }) => hidesAmounts || leavesOut('finding', card.account));
      if (!only || another) return [];
      const kind = summed.length === 1 ? 'alone' : 'difference';
      return [{ account: only.card.account, imFunction, category, kind }];
    });
  });
}

function listCards({
  document,
}: ReportModel): { imFunction: string; category: PlanGroup['category']; card: PlanCard }[] {
  return document.flatMap((block) =>
    block.kind === 'plans'
      ? block.group.functions.flatMap(({ code, cards }) =>
          cards.map((card) => ({ imFunction: code, category: block.group.category, card })),
        )
      : [],
  );
}

function listRows(model: ReportModel): { imFunction: string; findings: number }[] {
  const table = tableOf(model, 'tabel-2-1');
  const at = (id: string) => table.columns.findIndex((column) => column.id === id);
  const [code, count] = [at('im-funktion'), at('antal-konti')];
  return table.rows.map((row) => ({ imFunction: String(row[code]), findings: Number(row[count]) }));
}
