import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { readKeyFigures } from '#lib/report/key-figures.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { LOOP_TAGS, TEXT_TAGS } from './cover-note.ts';
import { renderCoverNote, toCoverNote } from './render-cover-note.ts';
import { findTemplateFault } from './template.ts';

const OWN: Uint8Array<ArrayBuffer> = new Uint8Array(readFileSync(path.join(import.meta.dirname, 'indstilling.docx')));
const DAY = '2024-06-01';
const model = sampleModel();
const render = (report: ReportModel, template: Uint8Array = OWN) =>
  renderCoverNote(template, report, readKeyFigures(report, DAY), DAY);

/** The parts of a document by name, as text. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The words of a document's paragraphs, one after the other. */
function wordsOf(bytes: Uint8Array): string[] {
  const [, ...paragraphs] = (partsOf(bytes)['word/document.xml'] ?? '').split(/<w:p[ >]/);
  return paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}

/** The program's template with other words in its first paragraph. */
function templateWith(words: string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(OWN);
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const changed = main.replace('<w:body>', `<w:body><w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`);
  return zipSync({ ...parts, 'word/document.xml': strToU8(changed) });
}

describe('the cover note', () => {
  it('says the report’s figures in the words of an agenda, and leaves no field open', () => {
    const words = wordsOf(render(model));
    expect(words).toContain('Årsrapportering på balancen 2023');
    expect(words).toContain(
      'at Beskæftigelses- og Integrationsudvalget tager årsrapporteringen på balancen for 2023 til efterretning.',
    );
    expect(words).toContain('1.\u00a0juni 2024');
    expect(words).toContain('heraf med en frist, der er overskredet pr. 1.\u00a0juni 2024');
    expect(words).toContain('\u2212401.803');
    expect(words).toContain('UDKAST: 2 forhold mangler handleplan.');
    for (const row of toCoverNote(model, readKeyFigures(model, DAY), DAY).kategorier) {
      const at = words.indexOf(row.kategori);
      expect(words.slice(at, at + 5)).toEqual([
        row.kategori,
        row.konti,
        row.konti_forrige,
        row.netto,
        row.netto_forrige,
      ]);
    }
    for (const [name, part] of Object.entries(partsOf(render(model)))) {
      if (name.startsWith('word/')) expect(part.replace(/<[^>]*>/g, ''), name).not.toMatch(/[{}]|undefined/);
    }
    expect(wordsOf(render(sampleModel({ status: 'klar' }))).join(' ')).not.toContain('UDKAST');
  });

  it('has real headings, Danish for its language, and properties of its own', () => {
    const parts = partsOf(render(model));
    expect(parts['word/document.xml']).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    expect(parts['word/document.xml']?.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(4);
    expect(parts['word/document.xml']).toContain('<w:tblHeader/>');
    expect(parts['word/styles.xml']).toMatch(/<w:lang [^>]*w:val="da-DK"/);
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>Indstilling: Årsrapportering på balancen 2023, Beskæftigelses- og Integrationsudvalget</dc:title>',
    );
    expect(parts['docProps/core.xml']).toContain('2023-12-31T12:00:00Z');
  });

  it('is the same bytes again', () => {
    expect(Buffer.from(render(model)).equals(render(model))).toBe(true);
    expect(Object.keys(unzipSync(render(model)))[0]).toBe('[Content_Types].xml');
  });

  it.each(['<w:p/> & "citat"', '{udvalg}', 'a\u0000b', ']]>'])('takes %j for text', (text) => {
    const named = { ...model, committee: { code: 'X', name: text } };
    expect(wordsOf(render(named)).join('\n')).toContain(text.replace('\u0000', ''));
  });
});

describe('a template', () => {
  it('of the program has nothing against it', () => {
    expect(findTemplateFault(OWN)).toBeNull();
  });

  it('can use every field that the guide lists', () => {
    const loops = Object.entries(LOOP_TAGS).map(
      ([loop, tags]) => `{#${loop}}${tags.map((tag) => `{${tag}}`).join(' ')}{/${loop}}`,
    );
    const all = templateWith([...TEXT_TAGS.map((tag) => `{${tag}}`), ...loops, '{^udkast}klar{/udkast}'].join(' '));
    expect(findTemplateFault(all)).toBeNull();
    expect(wordsOf(render(model, all))[0]).not.toMatch(/[{}]|undefined/);
    const note = toCoverNote(model, readKeyFigures(model, DAY), DAY);
    expect([...TEXT_TAGS, ...Object.keys(LOOP_TAGS)].sort()).toEqual(Object.keys(note).sort());
  });

  it.each([
    ['{kommunen} {aar}', { kind: 'unknown', tags: ['{kommunen}'] }],
    ['{@kommune}', { kind: 'unknown', tags: ['{@kommune}'] }],
    ['{#poster}{aar}{/poster}', { kind: 'unknown', tags: ['{#poster}'] }],
    ['{kategorier}', { kind: 'unknown', tags: ['{kategorier}'] }],
    ['{konti} {#kategorier}{konti}{/kategorier}', { kind: 'unknown', tags: ['{konti}'] }],
    ['{constructor}', { kind: 'unknown', tags: ['{constructor}'] }],
    ['{#kategorier}{konti}', { kind: 'unbalanced', tags: ['{kategorier}'] }],
    ['{aar', { kind: 'unbalanced', tags: ['{aar'] }],
  ])('with %s is refused, and says which field', (words, fault) => {
    expect(findTemplateFault(templateWith(words))).toMatchObject({ kind: fault.kind });
    const found = findTemplateFault(templateWith(words));
    if (found && found.kind !== 'broken') expect(found.tags.join()).toContain(fault.tags.join().replace(/[{}]/g, ''));
  });

  it('that is none is refused', () => {
    expect(findTemplateFault(strToU8('ikke en zip'))).toEqual({ kind: 'broken' });
    expect(findTemplateFault(zipSync({ 'a.txt': strToU8('a') }))).toEqual({ kind: 'broken' });
    expect(findTemplateFault(OWN.slice(0, 4000))).toEqual({ kind: 'broken' });
  });
});
