import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/report/build-report.ts';
import { printCell } from '#lib/report/print-cell.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { CHART_SHEET, renderExcel } from './excel/render-excel.ts';
import { renderHtml } from './html/render-html.ts';
import { layOutPage } from './page/lay-out-page.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { drawn, readPdf, squeeze } from './testing/read-pdf.ts';

const model = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU');
const charts = model.document.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const figures = charts.flatMap(({ panels }) =>
  panels.flatMap(({ groups }) => groups.flatMap(({ cells }) => cells.map(printCell))),
);

describe('the charts of the reference case', () => {
  test('are the three, with every figure in each of them', () => {
    expect(charts.map(({ id }) => id)).toEqual([
      'kategorier-over-aarene',
      'opfoelgning-efter-funktion',
      'handleplaner-efter-deadline',
    ]);
    expect(figures).toHaveLength(8 + 6 + 6);
  });

  test('are drawn in HTML by attributes alone, with their text alternative', () => {
    const html = renderHtml(model);
    const drawings = [...html.matchAll(/<figure class="chart">.*?<\/figure>/gs)].map(([drawing]) => drawing);
    expect(drawings).toHaveLength(charts.length);
    drawings.forEach((drawing, index) => {
      expect(drawing).toContain(`aria-label="${drawn(charts[index]?.alternativeText ?? '')}"`);
      expect(drawing).not.toContain('style=');
    });
    const written = drawings.flatMap((drawing) =>
      [...drawing.matchAll(/<text class="figure"[^>]*>([^<]*)</g)].map(([, text]) => text),
    );
    expect(written).toEqual(figures.map(drawn));
  });

  test('stand on the page as in the files', () => {
    const shown = layOutPage(model).flatMap((block) => (block.kind === 'chart' ? [block] : []));
    expect(shown.flatMap(({ texts }) => texts.filter(({ role }) => role === 'figure').map(({ text }) => text))).toEqual(
      figures,
    );
    expect(shown.map(({ unit }) => unit)).toEqual(['', 't.kr.', '']);
  });

  test('have their words and figures in the PDF as text, under their titles', async () => {
    const { pages } = await readPdf(await renderPdf(model));
    for (const { title, panels } of charts) {
      const page = pages.find(({ text }) => text.includes(squeeze(title)));
      expect(page, title).toBeDefined();
      for (const { groups } of panels) {
        for (const cell of groups.flatMap(({ cells }) => cells)) expect(page?.text).toContain(printCell(cell));
      }
    }
  });

  test('have their figures as numbers on a sheet of the workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await renderExcel(model);
    await workbook.xlsx.load(bytes.slice().buffer);
    const sheet = workbook.getWorksheet(CHART_SHEET);
    const numbers = sheet?.getColumn(5).values.filter((value) => typeof value === 'number');
    expect(numbers).toEqual(figures.map((figure) => Number(figure.replaceAll('.', ''))));
  });
});
