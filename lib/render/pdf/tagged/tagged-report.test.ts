import { describe, expect, test } from 'vitest';
import { renderPdf } from '#lib/render/pdf/render-pdf.ts';
import { checkPdfUa } from '#lib/render/testing/check-pdf-ua.ts';
import { fillTexts } from '#lib/render/testing/fill-texts.ts';
import { readMarkedText } from '#lib/render/testing/read-marked-text.ts';
import { hasTool, readObjects, runOnPdf } from '#lib/render/testing/read-qpdf.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { spoken, spokenText } from '#lib/render/testing/spoken-text.ts';
import { flatten, readTree, type TreeElement } from '#lib/render/testing/structure-tree.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { type ReportModel, tableOf } from '#lib/report/model.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';

const state = loadDemo();
const COMMITTEES = ['ØU', 'KFU', 'SUD', 'TMU', 'BIU'];
const reports = [
  ...COMMITTEES.map((code): [string, ReportModel] => [code, buildReport(state, DEMO_INSTALLATION, code)]),
  ['a draft', sampleModel({ plans: 9 })] satisfies [string, ReportModel],
  ['one without plans', sampleModel({ plans: 0, status: 'klar' })] satisfies [string, ReportModel],
  ['one of strange words', fillTexts(sampleModel({ plans: 2 }), 'A < B & "Łódź" -> C')] satisfies [string, ReportModel],
] satisfies [string, ReportModel][];

const hasQpdf = hasTool('qpdf');
const hasPdfinfo = hasTool('pdfinfo');
if (!hasQpdf) console.log('qpdf is not on this machine: the structure of the PDFs was not checked by its reading.');
if (!hasPdfinfo) console.log('pdfinfo is not on this machine: the PDFs were not read by it.');

const rendered = await Promise.all(
  reports.map(async ([name, model]) => {
    const bytes = await renderPdf(model);
    return { name, model, bytes, text: await readMarkedText(bytes), file: hasQpdf ? readObjects(bytes) : null };
  }),
);

describe.each(rendered)('$name', ({ name, model, bytes, text, file }) => {
  const { marked, named, artifacts, loose } = text;
  const tree = file ? readTree(file) : [];

  test('has every piece of its text in the tree once, or as an artifact', () => {
    expect(loose).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    for (const name of marked.keys()) expect(named, name).toContain(name);
    // Running heads and page numbers only: nothing of the document is hidden from those who hear it.
    const heads = new Set(artifacts.map((text) => text.replace(/^Side\d+af\d+$/, 'Side')));
    expect(heads.size).toBeLessThanOrEqual(4 + headsOf(model));
  });

  test.skipIf(!hasQpdf)('keeps to what of PDF/UA-1 a program can tell', () => {
    expect(file && checkPdfUa(file)).toEqual([]);
    expect(runOnPdf(bytes, 'qpdf', ['--check', 'FILE'])[0]).toContain('No syntax or stream encoding errors found');
  });

  test.skipIf(!hasQpdf)('is heard in the order of the document', () => {
    const said = spoken(tree.map((element) => textOf(element, marked)).join(''));
    let at = said.indexOf(spoken('Indhold'));
    for (const piece of spokenText(model)) {
      const found = said.indexOf(piece, at);
      expect(found, `${piece}, after ${said.slice(Math.max(0, at - 60), at)}`).toBeGreaterThanOrEqual(at);
      at = found + piece.length;
    }
  });

  test.skipIf(!hasQpdf)('has each of its headings, tables, figures and notes as what it is', () => {
    const elements = flatten(tree);
    const count = (...types: string[]): number => elements.filter(({ type }) => types.includes(type)).length;
    const blocks = (kind: ReportModel['document'][number]['kind']): number =>
      model.document.filter((block) => block.kind === kind).length;
    const cards = model.document.flatMap((block) =>
      block.kind === 'plans' ? block.group.functions.flatMap(({ cards: own }) => own) : [],
    );
    const functions = model.document.flatMap((block) => (block.kind === 'plans' ? block.group.functions : []));
    const rich = model.document.flatMap((block) => (block.kind === 'rich' ? [block] : []));
    const richTables = rich.flatMap(({ blocks: own }) => own.filter(({ kind }) => kind === 'table'));
    const tables = model.document.flatMap((block) => (block.kind === 'table' ? [block] : []));
    const filled = tables.filter(({ table }) => tableOf(model, table).rows.length > 0);
    const steps = cards.reduce((sum, card) => sum + (card.steps.length > 1 ? Math.ceil(card.steps.length / 3) : 0), 0);
    const notes = [...tables, ...rich].reduce((sum, block) => sum + block.notes.length, 0);
    // The title and the contents have their headings too.
    expect(count('H1', 'H2', 'H3', 'H4', 'H5', 'H6')).toBe(2 + blocks('heading') + functions.length + cards.length);
    expect(count('Table')).toBe(filled.length + richTables.length + steps);
    expect(count('Figure')).toBeGreaterThanOrEqual(blocks('figure') + blocks('chart'));
    expect(count('Note')).toBe(notes);
    expect(count('TOCI')).toBe(model.document.filter((block) => block.kind === 'heading' && block.level < 3).length);
  });

  test.skipIf(!hasPdfinfo)('is read by pdfinfo without complaint', () => {
    const [facts, complaints] = runOnPdf(bytes, 'pdfinfo', ['FILE']);
    expect(complaints).toBe('');
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toMatch(/^PDF version: +1\.7$/m);
    const [structure, faults] = runOnPdf(bytes, 'pdfinfo', ['-struct', 'FILE']);
    expect(faults).toBe('');
    const headings = structure.match(/^ *H[1-6] \(block\)/gm) ?? [];
    if (file) expect(headings).toHaveLength(flatten(tree).filter(({ type }) => /^H[1-6]$/.test(type)).length);
    // It draws the page anew for each piece of text, which takes seconds a report; the words of all are heard above.
    if (name !== 'one without plans') return;
    const [heard, errors] = runOnPdf(bytes, 'pdfinfo', ['-struct-text', 'FILE']);
    expect(errors).toBe('');
    const heading = model.document.find((block) => block.kind === 'heading');
    expect(squash(heard)).toContain(
      squash(`H1 (block) "${heading?.number ? `${heading.number} ` : ''}${heading?.text}`),
    );
  });
});

const squash = (text: string): string => text.replace(/\s+/g, ' ');

/** How many different texts the repeated heads of the report's tables can add to the artifacts. */
const headsOf = (model: ReportModel): number => model.tables.reduce((sum, table) => sum + 2 * table.columns.length, 0);

function textOf(element: TreeElement, marked: Map<string, string>): string {
  // An alternative text is heard instead of what is drawn.
  if (element.alt !== null) return '';
  return element.order
    .map((part) =>
      'type' in part ? textOf(part, marked) : (marked.get(`${String(part.page).split(' ')[0]} ${part.mark}`) ?? ''),
    )
    .join('');
}
