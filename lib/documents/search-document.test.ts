import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { searchDocument } from './search-document.ts';
import { makeDocx, makePdf, makePdfBomb, makePng, makeSheets, makeZipBomb, run } from './testing/documents.ts';

/** 070761-4285 holds by modulus 11, 010203-1234 does not. */
async function placesIn(kind: Parameters<typeof searchDocument>[1], bytes: Uint8Array, name = 'bilag') {
  const answer = await searchDocument(name, kind, bytes);
  if (!answer.ok) return answer.refusal;
  const { outcome, count, found } = answer.search;
  return { outcome, count, found: found.map(({ place, masked, nearCertain }) => [place, masked, nearCertain]) };
}

describe('searchDocument', () => {
  it('tells the line of a text', async () => {
    const bytes = Buffer.from('Sag 1\r\nBorger 070761-4285 på listen\n\n0102031234', 'latin1');
    expect(await placesIn('txt', bytes)).toEqual({
      outcome: 'searched',
      count: 2,
      found: [
        [{ in: 'line', line: 2 }, '070761-••••', true],
        [{ in: 'line', line: 4 }, '010203-••••', false],
      ],
    });
  });

  it('looks at the name, also of what has no text', async () => {
    expect(await placesIn('png', makePng(), 'pas_0707614285.png')).toEqual({
      outcome: 'not-searchable',
      count: 1,
      found: [[{ in: 'name' }, '070761-••••', true]],
    });
  });

  it('shows twenty places and counts all', async () => {
    const answer = await placesIn('csv', strToU8('0707614285\n'.repeat(1000)));
    expect(answer).toMatchObject({ count: 1000 });
    expect(typeof answer === 'object' && answer.found.length).toBe(20);
  });

  it('tells the page of a PDF, and when there is no text', async () => {
    expect(await placesIn('pdf', makePdf('Borger 070761-4285'))).toEqual({
      outcome: 'searched',
      count: 1,
      found: [[{ in: 'page', page: 1 }, '070761-••••', true]],
    });
    expect(await placesIn('pdf', makePdf(''))).toEqual({ outcome: 'no-text', count: 0, found: [] });
  });

  it('puts the runs of a paragraph together, not its paragraphs, and looks into comments', async () => {
    const bytes = makeDocx([run('Hej'), run('07') + run('0761-') + run('4285'), run('010203'), run('1234')], {
      'word/comments.xml': `<w:comments xmlns:w="urn:w"><w:comment><w:p>${run('010203-1234')}</w:p></w:comment></w:comments>`,
    });
    expect(await placesIn('docx', bytes)).toEqual({
      outcome: 'searched',
      count: 2,
      found: [
        [{ in: 'paragraph', paragraph: 2 }, '070761-••••', true],
        [{ in: 'part', part: 'comments.xml' }, '010203-••••', false],
      ],
    });
  });

  it('tells sheet and cell of a workbook, of hidden sheets and of numbers that lost their zero', async () => {
    const rows =
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>707614285</v></c><c r="D2"><v>102031234</v></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>010203-1234</t></is></c><c r="B3"><v>1231234567.5</v></c></row>';
    const hidden = '<row r="1"><c r="A1"><v>3112991234</v></c></row>';
    expect(await placesIn('xlsx', makeSheets({ Saldi: rows, Skjult: hidden }, ['nr. 070761-4285']))).toEqual({
      outcome: 'searched',
      count: 4,
      found: [
        [{ in: 'cell', sheet: 'Saldi', cell: 'B2' }, '070761-••••', true],
        [{ in: 'cell', sheet: 'Saldi', cell: 'C2' }, '070761-••••', true],
        [{ in: 'cell', sheet: 'Saldi', cell: 'A3' }, '010203-••••', false],
        [{ in: 'cell', sheet: 'Skjult', cell: 'A1' }, '311299-••••', expect.any(Boolean)],
      ],
    });
  });

  it('refuses what is broken inside', async () => {
    expect(await placesIn('docx', makeDocx(['<w:t>']))).toBe('document-broken');
    expect(await placesIn('pdf', strToU8('%PDF-1.4\nno more\n%%EOF'))).toBe('document-broken');
  });

  it('refuses an archive that unpacks to more than any document does', async () => {
    const bomb = makeZipBomb(40);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await searchDocument('a.xlsx', 'xlsx', bomb)).toMatchObject({ ok: true });
    expect(await searchDocument('a.xlsx', 'xlsx', bomb, { unpackedMegabytes: 30 })).toEqual({
      ok: false,
      refusal: 'document-bomb',
    });
  });

  it('gives up a document that takes too long or too much memory', async () => {
    const answer = { ok: true, search: { outcome: 'gave-up', count: 0, found: [] } };
    const bomb = makePdfBomb(400);
    expect(await searchDocument('a.pdf', 'pdf', bomb, { milliseconds: 60_000, megabytes: 300 })).toEqual(answer);
    expect(await searchDocument('a.pdf', 'pdf', bomb, { milliseconds: 900, megabytes: 4_000 })).toEqual(answer);
  });
});
