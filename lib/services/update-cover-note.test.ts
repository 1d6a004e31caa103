import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { getBundle } from './get-bundle.ts';
import { getCoverNote } from './get-cover-note.ts';
import { getSettings } from './get-settings.ts';
import { makeBundle } from './make-bundle.ts';
import { as, newestEvent, prepareStores, ROOT } from './testing/demo-store.ts';
import { updateCoverNote } from './update-cover-note.ts';

const stores = prepareStores();
const BUNDLED = readFileSync(path.join(ROOT, 'lib/render/docx/indstilling.docx'));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The program's template with parts that are replaced or added. */
function templateWith(parts: Record<string, string>): Uint8Array {
  const changed = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return zipSync({ ...unzipSync(BUNDLED), ...Object.fromEntries(changed) });
}

function withWords(words: string): Uint8Array {
  const main = strFromU8(unzipSync(BUNDLED)['word/document.xml'] ?? new Uint8Array());
  return templateWith({
    'word/document.xml': main.replace('<w:body>', `<w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p>`),
  });
}

const refusalOf = (result: Awaited<ReturnType<typeof updateCoverNote>>) =>
  result.ok ? null : result.problems.map(({ code, params }) => [code, params.tags ?? ''].join(' ').trim()).join();

describe('the template of the cover note', () => {
  it('is the program’s, until an administrator brings another, and again when they take it away', async () => {
    const context = as('administrator', stores.demo());
    expect((await getSettings(context))?.coverNote).toBeNull();
    expect(Buffer.from((await getCoverNote(context))?.bytes ?? []).equals(BUNDLED)).toBe(true);
    const own = withWords('Til {udvalg} i {kommune}');
    expect(await updateCoverNote(context, { name: 'vores.docx', base64: base64(own) })).toEqual({
      ok: true,
      value: { name: 'vores.docx' },
    });
    expect((await getSettings(context))?.coverNote).toBe('vores.docx');
    expect(await getCoverNote(context)).toMatchObject({ fileName: 'vores.docx', bytes: own });
    expect(await newestEvent(context, 'coverNote')).toMatchObject({
      before: { name: '', sha256: '' },
      after: { name: 'vores.docx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const input = { year: 2023, committees: ['BIU'], formats: ['docx'], edition: 'open', frozen: false };
    const made = await makeBundle(context, input, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    const bundle = made.ok ? await getBundle(context, made.value.id) : null;
    const note = unzipSync(bundle?.bytes ?? new Uint8Array())['BIU/indstilling-2023-BIU.docx'] ?? new Uint8Array();
    expect(strFromU8(unzipSync(note)['word/document.xml'] ?? new Uint8Array())).toContain(
      'Til Beskæftigelses- og Integrationsudvalget i Københavns Kommune (demo)',
    );
    await updateCoverNote(context, null);
    expect((await getCoverNote(context))?.fileName).toBe('indstilling.docx');
  });

  it.each([
    ['text', Buffer.from('ikke Word'), 'not-a-template'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-a-template'],
    ['a document cut short', BUNDLED.subarray(0, 5000), 'not-a-template'],
    ['macros', templateWith({ 'word/vbaProject.bin': 'x' }), 'template-runs'],
    [
      'what unpacks to more than a document holds',
      templateWith({ 'word/media/a.bin': 'x'.repeat(21_000_000) }),
      'not-a-template',
    ],
    ['too many bytes', Buffer.alloc(1_200_000), 'template-too-large'],
    [
      'fields that there are none of',
      withWords('{kommunenavn} {aar} {udvalgets}'),
      'template-unknown {kommunenavn}, {udvalgets}',
    ],
    ['a field that is not closed', withWords('{kommune'), 'template-unbalanced {kommune'],
    ['a list that is not closed', withWords('{#kategorier}'), 'template-unbalanced {kategorier}'],
  ])('refuses %s', async (_, bytes, refusal) => {
    const context = as('administrator', stores.demo());
    const result = await updateCoverNote(context, { name: 'a.docx', base64: base64(bytes) });
    expect(refusalOf(result)).toContain(refusal);
    expect((await getSettings(context))?.coverNote).toBeNull();
  });
});
