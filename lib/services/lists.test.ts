import { describe, expect, it } from 'vitest';
import { exportFindings } from './export-findings.ts';
import { exportRegister } from './export-register.ts';
import { getReportPage } from './get-report-page.ts';
import { listRegister } from './list-register.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const periodId = '2023-12';

function linesOf(file: { bytes: Uint8Array } | null): string[] {
  return new TextDecoder()
    .decode(file?.bytes)
    .split('\r\n')
    .filter((line) => line !== '');
}

describe('the export of findings', () => {
  const find = async (address: string) =>
    linesOf(
      await exportFindings(stores.demo(), {
        periodId,
        format: 'csv',
        address: new URLSearchParams(address),
        language: 'da',
      }),
    );

  it('holds what the report counts: the published five of BIU, two of 9.52.59 with something older', async () => {
    expect((await find('udvalg=BIU')).filter((line) => /^9\d{7};/.test(line))).toHaveLength(5);
    const older = (await find('udvalg=BIU&funktion=9.52.59&aeldre=ja&sort=aeldre.desc')).filter((line) =>
      /^9\d{7};/.test(line),
    );
    expect(older).toHaveLength(2);
    // domain.md: 95900015 has 122.849 kr., of which older than one year 190.466.
    expect(older[0]).toMatch(/^95900015;.*;122\.849,00;190\.466,00;/);
  });

  it('is nothing in a period that does not exist', async () => {
    const missing = { periodId: '2031-12', format: 'csv', address: new URLSearchParams(), language: 'da' } as const;
    expect(await exportFindings(stores.demo(), missing)).toBeNull();
  });
});

describe('a register', () => {
  const type = async (content: object) => {
    const context = stores.demo();
    const result = await saveRegisterLine(context, {
      periodId,
      register: 'systemafstemninger',
      lineId: null,
      version: 0,
      content: {
        committee: 'BIU',
        sourceSystem: 'Nyt',
        receiver: 'Kvantum',
        responsible: '',
        activity: '',
        consequence: '',
        deadline: '',
        ...content,
      },
    });
    if (!result.ok) return result.problems.map(({ path, code }) => `${path}: ${code}`);
    const view = await listRegister(context, periodId, 'systemafstemninger');
    return view?.lines.find((line) => line.id === result.value.lineId)?.content;
  };

  it('takes amounts and deadlines as people type them', async () => {
    expect(
      await type({
        difference: '(1.234,50)',
        responsible: 'BIF',
        activity: 'a',
        consequence: 'k',
        deadline: '31-3-2024',
      }),
    ).toMatchObject({ difference: -123_450n, deadline: '2024-03-31' });
    expect(await type({ difference: '12,5-', deadline: 'Afsluttet' })).toMatchObject({
      difference: -1_250n,
      deadline: 'Afsluttet',
    });
  });

  it('says what is wrong with what was typed', async () => {
    expect(await type({ difference: '' })).toEqual(['difference: required']);
    expect(await type({ difference: 'ti' })).toEqual(['difference: not-an-amount']);
    expect(await type({ difference: '1,2345' })).toEqual(['difference: three-decimals']);
    expect(await type({ difference: '90.000.000.000.000,01' })).toEqual(['difference: amount-too-large']);
    expect(await type({ difference: '0', deadline: '31.02.2024' })).toEqual(['deadline: impossible-date']);
  });

  it('exports the lines that its address leaves', async () => {
    const lines = async (address: string) =>
      linesOf(
        await exportRegister(stores.demo(), {
          periodId,
          register: 'afskrivninger',
          format: 'csv',
          address: new URLSearchParams(address),
          language: 'da',
        }),
      ).filter((line) => /^\d\.\d\d\.\d\d;/.test(line)).length;
    expect([
      await lines(''),
      await lines('udvalg=BIU'),
      await lines('udvalg=TMU'),
      await lines('kilde=rettet'),
    ]).toEqual([7, 7, 0, 0]);
    const kinds = await Promise.all(['drift', 'balance', 'oevrige'].map((kind) => lines(`art=${kind}`)));
    expect(kinds.reduce((total, count) => total + count, 0)).toBe(7);
  });
});

describe('the page of reports', () => {
  it('shows the published table 2.1 of BIU, and a nothing where nothing stands behind a figure', async () => {
    const page = await getReportPage(stores.demo(), periodId, 'BIU');
    if (page?.kind !== 'reports' || !page.report) throw new Error('no report');
    const table = page.report.blocks.find((block) => block.kind === 'table' && block.id === 'tabel-2-1');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.total?.map((cell) => cell.text)).toEqual(['I alt', '', '5', '1.202', '1.202', '0', '3', '275', '0']);
    expect(table.total?.map((cell) => cell.isNothing)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(page.summaries).toHaveLength(7);
  });

  it('tells why there is none', async () => {
    expect(await getReportPage(stores.demo(), '2031-12', null)).toBeNull();
    expect(await getReportPage(stores.demo(), periodId, 'XYZ')).toMatchObject({ kind: 'reports', report: null });
  });
});
