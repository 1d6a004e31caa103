import { expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '#lib/import/mapping/built-in.ts';
import { readImportForm } from './read-import-form.ts';

function form(files: [name: string, kind: string][], fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, kind] of files) {
    data.append('file', new File(['a;b'], name));
    data.append('kind', kind);
  }
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it('reads files with their kinds in order, and what was chosen', async () => {
  const files: [string, string][] = [
    ['x.csv', 'auto'],
    ['y.csv', 'saldobalance'],
  ];
  const result = await readImportForm(
    form(files, {
      period: ' 2023-12 ',
      amounts: 'en',
      overwrite: 'true',
      digest: 'abc',
      balanceReason: ' Mangler egenkapital ',
    }),
  );
  expect(result).toEqual({
    ok: true,
    value: {
      request: {
        files: [
          { name: 'x.csv', kind: 'auto', bytes: new TextEncoder().encode('a;b') },
          { name: 'y.csv', kind: 'saldobalance', bytes: new TextEncoder().encode('a;b') },
        ],
        periodId: '2023-12',
        options: { amounts: 'en', overwrite: true, balanceReason: 'Mangler egenkapital' },
        uploads: [],
      },
      digest: 'abc',
    },
  });
});

it('takes nothing for chosen that was not said', async () => {
  const result = await readImportForm(form([['x.csv', 'auto']], { amounts: 'fr', overwrite: 'yes' }));
  expect(result).toMatchObject({
    ok: true,
    value: { request: { periodId: '', options: { amounts: null, overwrite: false } }, digest: '' },
  });
});

it('refuses a form without files, and a kind that there is not', async () => {
  expect(await readImportForm(form([]))).toMatchObject({ ok: false, problems: [{ path: 'files', code: 'no-file' }] });
  expect(await readImportForm(form([['x.csv', 'regneark']]))).toMatchObject({
    ok: false,
    problems: [{ path: 'files', code: 'invalid' }],
  });
});

it('takes how columns are read with the file of the same place, and refuses what is no such thing', async () => {
  const mapping = { name: 'KMD Opus', content: BUILT_IN_PROFILES[0]?.content, headerRow: 6 };
  const data = form([
    ['x.csv', 'auto'],
    ['y.csv', 'auto'],
  ]);
  data.append('mapping', '');
  data.append('mapping', JSON.stringify(mapping));
  const result = await readImportForm(data);
  expect(result.ok && result.value.request.files.map((file) => file.mapping)).toEqual([
    undefined,
    { ...mapping, fingerprint: '' },
  ]);
  for (const broken of ['{', '{"name":"x"}', JSON.stringify({ ...mapping, headerRow: 0 })]) {
    const refusal = form([['x.csv', 'auto']]);
    refusal.append('mapping', broken);
    expect(await readImportForm(refusal)).toMatchObject({ ok: false, problems: [{ path: 'files', code: 'invalid' }] });
  }
});
