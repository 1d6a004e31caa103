import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LARGEST_DOCUMENT } from '#lib/domain/attachment.ts';
import { judgeKind } from './judge-kind.ts';
import { makeCompound, makeDocx, makeJpeg, makeNoise, makePdf, makePng, makeSheets, run } from './testing/documents.ts';

const text = (value: string) => strToU8(value);
const MESSAGE = ['__nameid_version1.0', '__properties_version1.0', '__substg1.0_0037001F'];
const WORD = makeDocx([run('Hej')]);
const EMAIL = 'From: a@example.dk\r\nTo: b@example.dk\r\nSubject: Kvittering\r\n\t(kopi)\r\n\r\nHej';

async function verdict(name: string, bytes: Uint8Array): Promise<string> {
  const judged = await judgeKind(name, bytes);
  return judged.ok ? judged.kind : judged.refusal;
}

describe('judgeKind', () => {
  it.each<[string, Uint8Array, string]>([
    ['a.pdf', makePdf('x'), 'pdf'],
    ['A.PDF', makePdf('x'), 'pdf'],
    ['a.xlsx', makeSheets({ Ark1: '' }), 'xlsx'],
    ['a.docx', WORD, 'docx'],
    ['a.msg', makeCompound(MESSAGE), 'msg'],
    ['a.eml', text(EMAIL), 'eml'],
    ['a.png', makePng(), 'png'],
    ['a.jpg', makeJpeg(), 'jpg'],
    ['a.jpeg', makeJpeg(), 'jpg'],
    // Cameras write more behind a photo.
    ['b.jpg', Buffer.concat([makeJpeg(), text('made by a camera')]), 'jpg'],
    ['a.csv', text('konto;beløb\n1;2'), 'csv'],
    ['a.txt', text('Saldo 2 < 3 og 5 > 4, æøå'), 'txt'],
    ['a.txt', Buffer.from('Beløb: 1,00 på ældre', 'latin1'), 'txt'],
    ['a.txt', Buffer.from('\ufeffæøå', 'utf16le'), 'txt'],
  ])('takes %s', async (name, bytes, kind) => {
    expect(await verdict(name, bytes)).toBe(kind);
  });

  it.each<[string, string, Uint8Array, string]>([
    ['nothing', 'a.txt', new Uint8Array(), 'document-empty'],
    ['25 MB and a byte', 'a.txt', new Uint8Array(LARGEST_DOCUMENT + 1).fill(65), 'document-too-large'],
    ['a PDF called a picture', 'a.png', makePdf('x'), 'document-ending'],
    ['a picture called a PDF', 'a.pdf', makePng(), 'document-ending'],
    ['a text called a PDF', 'a.pdf', text('hej'), 'document-ending'],
    ['a document called a workbook', 'a.xlsx', WORD, 'document-ending'],
    ['a PDF without an ending', 'kvittering', makePdf('x'), 'document-ending'],
    ['a PDF called a program', 'a.pdf.exe', makePdf('x'), 'document-ending'],
    ['a program called a PDF', 'a.pdf', Buffer.concat([text('MZ'), new Uint8Array(200)]), 'document-kind'],
    ['a program called a text', 'a.txt', Buffer.concat([text('\x7fELF'), makeNoise()]), 'document-kind'],
    ['noise called a text', 'a.txt', makeNoise(), 'document-kind'],
    ['a web page', 'a.html', text('<!doctype html><p>hej'), 'document-kind'],
    ['a web page called a text', 'a.txt', text('\n <html><script>alert(1)</script>'), 'document-kind'],
    ['a drawing', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'document-kind'],
    ['a drawing called a table', 'a.csv', text('<?xml version="1.0"?><svg/>'), 'document-kind'],
    ['a page after a line', 'a.txt', text('hej\n<script src=x></script>'), 'document-kind'],
    ['a script', 'a.txt', text('#!/bin/sh\nrm -rf /'), 'document-kind'],
    ['formatted text', 'a.txt', text('{\\rtf1\\ansi hej}'), 'document-kind'],
    ['an archive', 'a.zip', zipSync({ 'a.txt': text('x') }), 'document-kind'],
    ['an archive called a document', 'a.docx', zipSync({ 'a.txt': text('x') }), 'document-kind'],
    ['a document with macros', 'a.docx', makeDocx([], { 'word/vbaProject.bin': 'x' }), 'document-runs'],
    [
      'a document that says it has macros',
      'a.docx',
      makeDocx([], {}, 'ms-word.document.macroEnabled.main+xml'),
      'document-runs',
    ],
    ['a document with a control', 'a.docx', makeDocx([], { 'word/activeX/activeX1.xml': '<x/>' }), 'document-runs'],
    ['a document with a program in it', 'a.docx', makeDocx([], { 'word/embeddings/setup.exe': 'MZ' }), 'document-runs'],
    ['a document that reaches outside', 'a.docx', makeDocx([], { '../../evil.xml': '<x/>' }), 'document-broken'],
    ['a template', 'a.docx', makeDocx([], {}, 'wordprocessingml.template.main+xml'), 'document-kind'],
    ['half a document', 'a.docx', WORD.subarray(0, WORD.length / 2), 'document-broken'],
    ['half a PDF', 'a.pdf', makePdf('x').subarray(0, 300), 'document-broken'],
    ['half a picture', 'a.png', makePng().subarray(0, 50), 'document-broken'],
    ['half a photo', 'a.jpg', makeJpeg().subarray(0, -2), 'document-broken'],
    ['a picture of 100.000 × 100.000 points', 'a.png', makePng(100_000, 100_000), 'document-broken'],
    ['a picture with something behind it', 'a.png', Buffer.concat([makePng(), text('<script>')]), 'document-broken'],
    ['a PDF that ends as an archive', 'a.pdf', Buffer.concat([makePdf('x'), WORD]), 'document-two-in-one'],
    ['a photo that ends as an archive', 'a.jpg', Buffer.concat([makeJpeg(), WORD]), 'document-two-in-one'],
    ['a workbook of before 2007', 'a.xls', makeCompound(['Workbook']), 'document-kind'],
    ['an older document called a message', 'a.msg', makeCompound(['WordDocument', '1Table']), 'document-kind'],
    [
      'a workbook under a password',
      'a.xlsx',
      makeCompound(['EncryptionInfo', 'EncryptedPackage']),
      'document-protected',
    ],
    ['an older workbook with macros', 'a.msg', makeCompound([...MESSAGE, '_VBA_PROJECT_CUR']), 'document-runs'],
    ['a compound file cut off', 'a.msg', makeCompound(MESSAGE).subarray(0, 600), 'document-broken'],
    ['a text called an e-mail', 'a.eml', text('Kære alle\n\nhej'), 'document-ending'],
  ])('refuses %s', async (_what, name, bytes, refusal) => {
    expect(await verdict(name, bytes)).toBe(refusal);
  });

  it('ends on a compound file whose directory runs in circles', async () => {
    const bytes = Buffer.from(makeCompound(MESSAGE));
    // The directory's sector is its own next.
    bytes.writeUInt32LE(1, 512 + 4);
    expect(await verdict('a.msg', bytes)).toBe('document-broken');
    const tree = Buffer.from(makeCompound(MESSAGE));
    // The last name's next is the first.
    tree.writeUInt32LE(1, 512 + 512 + 3 * 128 + 72);
    expect(await verdict('a.msg', tree)).toBe('msg');
  });
});
