import { describe, expect, it } from 'vitest';
import type { InputFile } from '#lib/import/types.ts';
import type { Context } from './context.ts';
import { describeImport, type ImportView } from './describe-import.ts';
import { getImport } from './get-import.ts';
import type { ImportRequest } from './import-request.ts';
import { previewImport } from './preview-import.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

/** One of the demo's files with some of its text replaced. */
function corrected(stem: string, encoding: 'latin1' | 'utf8', replacements: Record<string, string>): InputFile {
  const [file] = demoFiles(stem);
  if (!file) throw new Error(`no file ${stem}`);
  let text = Buffer.from(file.bytes).toString(encoding);
  for (const [from, to] of Object.entries(replacements)) {
    if (!text.includes(from)) throw new Error(`${from} is not in ${stem}`);
    text = text.replace(from, to);
  }
  return { ...file, bytes: Buffer.from(text, encoding) };
}

const request = (files: InputFile[]): ImportRequest => ({
  files,
  periodId: '2023-12',
  options: { amounts: null, overwrite: false },
});

async function preview(context: Context, files: InputFile[]): Promise<ImportView> {
  const result = await previewImport(context, request(files));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return describeImport(context, result.value.plan);
}

const BALANCE = {
  '90100001;Kasse 0001;9.22.01;9.101,05': '90100001;Kasse 0001;9.22.01;9.201,05',
  '11.440,50': '11.340,50',
};
const BALANCE_CHANGES = [
  {
    id: '90100001',
    name: 'Kasse 0001',
    fields: [
      {
        field: 'balance',
        committee: null,
        before: { kind: 'money', ore: '910105' },
        after: { kind: 'money', ore: '920105' },
      },
    ],
  },
  {
    id: '90100002',
    name: 'Kasse 0002',
    fields: [
      {
        field: 'balance',
        committee: null,
        before: { kind: 'money', ore: '1144050' },
        after: { kind: 'money', ore: '1134050' },
      },
    ],
  },
];

describe('describeImport', () => {
  it('tells two corrected balances by name and amount, and that the balance still sums to 0', async () => {
    const view = await preview(as('administrator', stores.demo()), [corrected('saldobalance', 'latin1', BALANCE)]);
    expect(view.control).toEqual({ count: 2449, sum: '0' });
    expect(view.files).toMatchObject([{ kind: 'saldobalance', added: 0, changed: 2, removed: 0, unchanged: 2447 }]);
    const accounts = view.files[0]?.groups.filter(({ subject }) => subject === 'account');
    expect(accounts).toEqual([{ subject: 'account', sort: 'changed', count: 2, shown: BALANCE_CHANGES }]);
  });

  it('tells a corrected item by committee, with the follow-up that it makes', async () => {
    const file = corrected('afstemninger', 'utf8', { '4.636,40': '4.536,40' });
    const view = await preview(as('administrator', stores.demo()), [file]);
    expect(view.files[0]?.groups).toEqual([
      {
        subject: 'reconciliation',
        sort: 'changed',
        count: 1,
        shown: [
          {
            id: '90100003',
            name: 'Kasse 0003',
            fields: [
              {
                field: 'followUp',
                committee: 'BUU',
                before: { kind: 'money', ore: '463640' },
                after: { kind: 'money', ore: '453640' },
              },
              {
                field: 'items',
                committee: 'BUU',
                before: { kind: 'items', items: [{ date: '2023-06-28', text: '', ore: '463640' }] },
                after: { kind: 'items', items: [{ date: '2023-06-28', text: '', ore: '453640' }] },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('shows the first 200 of many, verdicts with follow-up first', async () => {
    const view = await preview(as('administrator', stores.empty()), demoFiles());
    const verdicts = view.files.flatMap(({ groups }) => groups).find(({ subject }) => subject === 'reconciliation');
    expect(verdicts).toMatchObject({ sort: 'added', count: 2441 });
    expect(verdicts?.shown).toHaveLength(200);
    const first = verdicts?.shown[0]?.fields.find(({ field, committee }) => field === 'category' && committee === null);
    expect(first?.after).toEqual({ kind: 'category', category: 3 });
  });

  it('goes through JSON unharmed', async () => {
    const view = await preview(as('administrator', stores.empty()), demoFiles());
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});

describe('getImport', () => {
  it('tells from the trail what the preview told', async () => {
    const context = as('administrator', stores.demo());
    const stored = await storeImport(context, request([corrected('saldobalance', 'latin1', BALANCE)]), null);
    const importId = stored.ok ? stored.value.importId : null;
    expect(importId).not.toBeNull();
    const found = await getImport(context, importId ?? 0);
    expect(found?.record).toMatchObject({ personName: 'Demo Administrator', periodId: '2023-12' });
    const accounts = found?.groups.filter(({ subject }) => subject === 'account');
    expect(accounts).toEqual([{ subject: 'account', sort: 'changed', count: 2, shown: BALANCE_CHANGES }]);
  });

  it('finds nothing where there is no such import', async () => {
    expect(await getImport(as('administrator', stores.demo()), 99)).toBeNull();
  });
});
