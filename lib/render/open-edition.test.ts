import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { openEdition } from '#lib/report/edition.ts';
import { NO_EXTRAS } from '#lib/report/extras.ts';
import { toJson } from '#lib/report/json.ts';
import { readKeyFigures } from '#lib/report/key-figures.ts';
import type { PlanCard, ReportModel } from '#lib/report/model.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { buildMarkedReport, MARKS } from '#lib/report/testing/marked-state.ts';
import { renderCoverNote } from './docx/render-cover-note.ts';
import { renderExcel } from './excel/render-excel.ts';
import { NO_LINKS } from './html/links.ts';
import { renderHtml } from './html/render-html.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { readPdf, squeeze } from './testing/read-pdf.ts';
import { renderWeb } from './web/render-web.ts';

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

/** All that the web edition and the cover note say. */
function widerTextsOf(model: ReportModel): Record<string, string> {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const figures = readKeyFigures(model, '2024-06-01');
  const web = renderWeb([{ model, figures, folder: 'biu', beside: [], links: NO_LINKS }], { root });
  const template = readFileSync(path.join(root, 'lib', 'render', 'docx', 'indstilling.docx'));
  const note = unzipSync(renderCoverNote(template, model, figures, '2024-06-01'));
  const written = web.filter((file) => /\.(html|js)$/.test(file.path)).map(({ bytes }) => strFromU8(bytes));
  return {
    web: squeeze(written.join('')),
    docx: squeeze(
      Object.values(note)
        .map((part) => strFromU8(part))
        .join(''),
    ),
  };
}

describe('the open edition as a file of each format', () => {
  it('has neither number nor words of a finding that is left out, says so, and prints the same totals', async () => {
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

  it('has a column that is left out blank and noted', async () => {
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

  it('has no unit that another committee leaves out, and says so beside the same totals', async () => {
    const redaction = { committee: 'BIU', kind: 'column' as const, target: 'handleplaner.ansvarlig', ground: LAW };
    const whole = buildReport(state, DEMO_INSTALLATION, 'KFU', { ...NO_EXTRAS, othersRedactions: [redaction] });
    const [closed, open] = [whole, openEdition(whole)];
    const [closedFiles, openFiles] = [
      { ...(await textsOf(closed)), ...widerTextsOf(closed) },
      { ...(await textsOf(open)), ...widerTextsOf(open) },
    ];
    for (const format of ['pdf', 'xlsx', 'html', 'json', 'web', 'docx']) {
      // Of BIU alone in that list of the whole municipality.
      if (format !== 'docx') expect(closedFiles[format], format).toContain(squeeze('BIF, KSD'));
      expect(openFiles[format], format).not.toContain(squeeze('BIF, KSD'));
      if (!['json', 'docx'].includes(format))
        expect(openFiles[format], format).toContain(squeeze(`er udeladt efter ${LAW}`));
    }
    expect(toJson(open).tables.map(({ total }) => total)).toEqual(toJson(closed).tables.map(({ total }) => total));
  });

  it('has nowhere what any of its columns held', { timeout: 120_000 }, async () => {
    const targets = Object.keys(MARKS);
    const redactions = targets.map((target) => ({ kind: 'column' as const, target, ground: LAW }));
    const whole = buildMarkedReport(redactions);
    const open = openEdition(whole);
    const [closedFiles, openFiles] = [
      { ...(await textsOf(whole)), ...widerTextsOf(whole) },
      { ...(await textsOf(open)), ...widerTextsOf(open) },
    ];
    for (const [target, marks] of Object.entries(MARKS)) {
      const said = marks.map(squeeze);
      for (const format of ['pdf', 'xlsx', 'html', 'json', 'web']) {
        expect(
          said.some((mark) => closedFiles[format]?.includes(mark)),
          `${target} in ${format} of the closed edition`,
        ).toBe(true);
      }
      for (const [format, text] of Object.entries(openFiles)) {
        for (const mark of said) expect(text, `${target} in ${format}`).not.toContain(mark);
      }
    }
    expect(openFiles.docx).toContain(squeeze('Beskæftigelses- og Integrationsudvalget'));
  });
});
