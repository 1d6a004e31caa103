import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { openEdition } from '#lib/report/edition.ts';
import { NO_EXTRAS } from '#lib/report/extras.ts';
import { toJson } from '#lib/report/json.ts';
import type { PlanCard, ReportModel } from '#lib/report/model.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { renderExcel } from './excel/render-excel.ts';
import { renderHtml } from './html/render-html.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { readPdf, squeeze } from './testing/read-pdf.ts';

const LAW = 'offentlighedslovens § 30, nr. 2';
const state = loadDemo();
const build = (redactions: Redaction[]) => buildReport(state, DEMO_INSTALLATION, 'BIU', { ...NO_EXTRAS, redactions });
const cardsOf = (model: ReportModel): PlanCard[] =>
  model.document.flatMap((block) =>
    block.kind === 'plans' ? block.group.functions.flatMap(({ cards }) => cards) : [],
  );

/** All that each format says, without any space: words are drawn one by one, and cells stand apart. */
async function textsOf(model: ReportModel): Promise<Record<string, string>> {
  const pdf = await readPdf(await renderPdf(model));
  const parts = Object.entries(unzipSync(await renderExcel(model))).map(([, bytes]) => strFromU8(bytes));
  return {
    pdf: pdf.pages.map(({ text }) => text).join('') + squeeze(JSON.stringify([pdf.info, pdf.outline])),
    xlsx: squeeze(parts.join('')),
    html: squeeze(renderHtml(model)),
    json: squeeze(JSON.stringify(toJson(model))),
  };
}

describe('the open edition as a file of each format', () => {
  it('has neither number nor words of a finding that is left out, says so, and prints the same totals', {
    timeout: 60_000,
  }, async () => {
    const cards = cardsOf(build([]));
    const [card] = cards.filter(({ steps }) => (steps[0]?.consequence.length ?? 0) > 40);
    if (!card) throw new Error('a card with a consequence');
    const whole = build([{ kind: 'finding', target: card.account, ground: LAW }]);
    const others = JSON.stringify(cards.filter(({ account }) => account !== card.account));
    const secrets = [
      card.account,
      card.problem,
      ...card.steps.flatMap(({ activity, consequence }) => [activity, consequence]),
    ]
      .filter((text) => text.length >= 8 && !others.includes(JSON.stringify(text).slice(1, -1)))
      .map(squeeze);
    expect(secrets.length).toBeGreaterThan(1);
    const [closed, open] = [await textsOf(whole), await textsOf(openEdition(whole))];
    for (const format of ['pdf', 'xlsx', 'html', 'json']) {
      for (const secret of secrets) {
        if (!secret.includes('&')) expect(closed[format], `${format} of the closed edition`).toContain(secret);
        expect(open[format], `${format} of the open edition`).not.toContain(secret);
      }
      if (format !== 'json') expect(open[format], format).toContain(squeeze(`1 handleplan er udeladt efter ${LAW}`));
    }
    const totals = (model: ReportModel) => toJson(model).tables.map(({ total }) => total);
    expect(totals(openEdition(whole))).toEqual(totals(whole));
  });

  it('has a column that is left out blank and noted', { timeout: 60_000 }, async () => {
    const whole = build([{ kind: 'column', target: 'handleplaner.konsekvens', ground: LAW }]);
    const elsewhere = JSON.stringify(whole.tables.filter(({ id }) => id !== 'handleplaner'));
    const hidden = cardsOf(whole)
      .flatMap(({ steps }) => steps.map(({ consequence }) => consequence))
      .filter((text) => text.length > 20 && !/[&"<]/.test(text) && !elsewhere.includes(text))
      .map(squeeze);
    expect(new Set(hidden).size).toBeGreaterThan(3);
    const [closed, open] = [await textsOf(whole), await textsOf(openEdition(whole))];
    for (const format of ['pdf', 'xlsx', 'html', 'json']) {
      for (const text of hidden) {
        expect(closed[format]).toContain(text);
        expect(open[format]).not.toContain(text);
      }
      if (format !== 'json') expect(open[format]).toContain(squeeze(`udeladt efter ${LAW}`));
    }
  });
});
