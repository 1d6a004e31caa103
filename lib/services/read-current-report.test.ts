import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#lib/domain/period.ts';
import { addAttachment } from './add-attachment.ts';
import type { Context } from './context.ts';
import { readCheckedReport, readCurrentReport } from './read-current-report.ts';
import { saveRedaction } from './save-redaction.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { spotOf, write } from './testing/write-texts.ts';
import { updateBrand } from './update-brand.ts';
import { updateSettings } from './update-settings.ts';

const stores = prepareStores();
const PERIOD = parsePeriod('2023-12');

async function modelOf({ store }: Context) {
  if (!PERIOD) throw new Error('2023-12 is a period.');
  return (await readCurrentReport(store, PERIOD, 'BIU')).model;
}

const CHANGES: [name: string, change: (context: Context) => Promise<unknown>, shows: (model: object) => void][] = [
  [
    'a text',
    (context) => write(as('secretariat', context), spotOf(), 0, 'Skrevet nu.'),
    (model) => expect(JSON.stringify(model)).toContain('Skrevet nu.'),
  ],
  [
    'the looks',
    (context) => updateBrand(as('administrator', context), { colour: '#5a1a2b', logo: null, alternativeText: '' }),
    (model) => expect(model).toMatchObject({ brand: { colour: '#5a1a2b' } }),
  ],
  [
    'what the municipality is called',
    (context) =>
      updateSettings(as('administrator', context), {
        municipality: 'Ny Kommune',
        serviceCentreCode: 'KS',
        serviceCentreName: 'Koncernservice',
        erpSystem: 'Kvantum',
        debtorSystem: 'Opus Debitor',
      }),
    (model) => expect(model).toMatchObject({ municipality: 'Ny Kommune' }),
  ],
  [
    'what is left out',
    (context) =>
      saveRedaction(as('secretariat', context), {
        year: 2023,
        committee: 'BIU',
        kind: 'finding',
        target: '95600017',
        ground: 'offentlighedslovens § 30',
      }),
    (model) => expect(model).toMatchObject({ redactions: [{ target: '95600017' }] }),
  ],
  [
    'a document',
    (context) =>
      addAttachment(as('accountant2', context), {
        target: { target: 'account', periodId: '2023-12', account: '95600017' },
        name: 'sag 010203-1234.csv',
        bytes: Buffer.from('a;b\n1;2\n'),
      }),
    (model) => expect(JSON.stringify(model)).toContain('010203-••••'),
  ],
];

describe('the report as it stands', () => {
  it('is built once for as long as nothing is written', async () => {
    const context = stores.demo();
    expect(await modelOf(context)).toBe(await modelOf(context));
  });

  it.each(CHANGES)('says what %s has become, at once', async (_, change, shows) => {
    const context = stores.demo();
    const before = await modelOf(context);
    expect(await change(context)).not.toMatchObject({ ok: false });
    const after = await modelOf(context);
    expect(after).not.toBe(before);
    shows(after);
  });

  it('says the same of how far it is, sooner', async () => {
    const context = stores.demo();
    if (!PERIOD) throw new Error('2023-12 is a period.');
    await write(as('secretariat', context), spotOf(), 0, 'Der er 987 konti.');
    const checked = await readCheckedReport(context.store, PERIOD, 'BIU');
    const { status, checks } = await modelOf(context);
    expect({ status: checked.status, checks: checked.checks }).toEqual({ status, checks });
  });
});
