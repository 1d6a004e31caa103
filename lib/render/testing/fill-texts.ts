import type { Block, Cell, Chart, PlanGroup, ReportModel, RichBlock, Run } from '#lib/report/model.ts';

/**
 * The model with `text` in every field that a person or a file can fill: names, titles, labels, prose, cells, cards,
 * checks. Ids, dates, units and printed amounts stay, since they are ours.
 */
export function fillTexts(model: ReportModel, text: string): ReportModel {
  const fillCell = (cell: Cell): Cell => (typeof cell === 'string' ? text : cell);
  const fillGroup = (group: PlanGroup): PlanGroup => ({
    ...group,
    theme: text,
    functions: group.functions.map((imFunction) => ({
      code: text,
      name: text,
      cards: imFunction.cards.map((card) => ({
        ...card,
        account: text,
        accountName: text,
        committee: text,
        problem: text,
        responsible: text,
        steps: card.steps.map(() => ({ activity: text, deadline: text, consequence: text })),
      })),
    })),
  });
  const fillChart = (chart: Chart): Chart => ({
    ...chart,
    title: text,
    alternativeText: text,
    panels: chart.panels.map((panel) => ({
      ...panel,
      title: text,
      series: panel.series.map(() => text),
      groups: panel.groups.map(({ cells }) => ({ label: text, cells })),
    })),
  });
  const fillRuns = (runs: Run[]): Run[] => runs.map((run) => ({ ...run, text }));
  const fillRich = (rich: RichBlock): RichBlock => {
    switch (rich.kind) {
      case 'paragraph':
        return { ...rich, runs: fillRuns(rich.runs) };
      case 'list':
        return { ...rich, items: rich.items.map(fillRuns) };
      case 'table':
        return { ...rich, head: rich.head?.map(fillRuns) ?? null, rows: rich.rows.map((row) => row.map(fillRuns)) };
    }
  };
  const fillBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, text };
      case 'paragraph':
        return { ...block, text };
      case 'list':
        return { ...block, items: block.items.map(() => text) };
      case 'figure':
        return {
          ...block,
          caption: text,
          figure: {
            alternativeText: text,
            levels: block.figure.levels.map((level) => level.map((box) => ({ ...box, label: text, detail: text }))),
          },
        };
      case 'table':
        return { ...block, notes: block.notes.map((note) => ({ ...note, text })) };
      case 'plans':
        return { ...block, group: fillGroup(block.group) };
      case 'chart':
        return { ...block, chart: fillChart(block.chart) };
      case 'rich':
        return {
          ...block,
          blocks: block.blocks.map(fillRich),
          notes: block.notes.map(({ mark, runs }) => ({ mark, runs: fillRuns(runs) })),
        };
    }
  };
  return {
    ...model,
    municipality: text,
    committee: { code: text, name: text },
    title: text,
    runningHead: text,
    document: model.document.map(fillBlock),
    tables: model.tables.map((table) => ({
      ...table,
      title: text,
      columns: table.columns.map((column) => ({ ...column, label: text })),
      rows: table.rows.map((row) => row.map(fillCell)),
      total: table.total?.map(fillCell) ?? null,
    })),
    checks: model.checks.map((check) => ({ ...check, message: text, subjects: check.subjects.map(() => text) })),
  };
}
