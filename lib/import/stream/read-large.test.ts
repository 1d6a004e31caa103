import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../mapping/columns.ts';
import { inline, makeWorkbook, number, sheetXml } from '../testing/workbooks.ts';
import type { KnownProfile } from '../types.ts';
import { ReadingStopped, readInThread } from './large-reader.ts';
import { readLarge } from './read-large.ts';
import type { LargeProgress, LargeRequest } from './types.ts';

const HEADINGS = 'Konto;Kontonavn;IM-funktion;Saldo';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'afstemt-large-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function requestFor(content: string | Uint8Array, choices: Partial<LargeRequest> = {}): LargeRequest {
  const file = path.join(folder, 'saldo');
  writeFileSync(file, content);
  return {
    path: file,
    name: 'saldo.csv',
    kind: 'auto',
    periodId: '2023-12',
    amounts: null,
    sumLines: true,
    mapping: null,
    profiles: [],
    ...choices,
  };
}

const read = (content: string | Uint8Array, choices: Partial<LargeRequest> = {}) =>
  readLarge(requestFor(content, choices), () => undefined);

const csv = (...rows: string[]) => [HEADINGS, ...rows].join('\r\n');

function brief({ issues }: Awaited<ReturnType<typeof readLarge>>) {
  return issues.map(({ row, column, value, code }) => [row, column, value, code]);
}

describe('a large balance', () => {
  it('comes to its accounts, each the sum of its lines, at the place of the first one', async () => {
    const reading = await read(
      csv(
        '90100001;Kasse;9.22.01;1.000,00',
        '90100002;;9.22.01;-1.500,25',
        '90100002;Bank;;0,25',
        'S090100001;;;500,00',
      ),
    );
    expect(reading.issues).toEqual([]);
    expect(reading.lines).toBe(4);
    expect(reading.rows).toEqual([
      { row: 2, account: '90100001', name: 'Kasse', imFunction: '9.22.01', balance: 150_000n },
      { row: 3, account: '90100002', name: 'Bank', imFunction: '9.22.01', balance: -150_000n },
    ]);
  });

  it('says where a second line of an account stands when lines are not to be added up, and then holds nothing', async () => {
    const reading = await read(csv('90100001;Kasse;;1,00', '90100001;Kasse;;-1,00'), { sumLines: false });
    expect(brief(reading)).toEqual([[3, 'Konto', '90100001', 'duplicate-account']]);
    expect(reading.issues[0]?.params).toEqual({ first: 2 });
    expect(reading.rows).toEqual([]);
  });

  it('holds total lines at the end against the sum, and takes those between rows for what they are: no accounts', async () => {
    const rows = ['90100001;Kasse;;3,00', '90100002;Bank;;-1,00'];
    expect(brief(await read(csv(...rows, 'I alt;;;2,00', '')))).toEqual([]);
    expect(brief(await read(csv(...rows, 'I alt;;;2,50')))).toEqual([[4, 'Saldo', '2,50', 'total-disagrees']]);
    expect(brief(await read(csv('I alt;;;3,00', ...rows)))).toEqual([[2, 'Konto', 'I alt', 'not-an-account']]);
  });

  it('tells faults with file, row, column and value, also far into the file', async () => {
    const good = Array.from({ length: 60_000 }, (_, index) => `9010${index % 9};Kasse;9.22.01;1,00;`.slice(0, -1));
    const reading = await read(csv(...good, '90100001;Kasse;9.22.01;tusind', '90100002;Kasse;9.22.01', '9;"a"b;;1,00'));
    expect(brief(reading)).toEqual([
      [60_002, 'Saldo', 'tusind', 'amount-not-an-amount'],
      [60_003, null, null, 'row-too-short'],
      [60_004, 'Kontonavn', '"a"b', 'text-after-quote'],
    ]);
    expect(reading.rows).toEqual([]);
  });

  it('reads bytes that only late turn out to be Windows-1252, and letters that lie across two pieces', async () => {
    const filler = Array.from({ length: 40_000 }, () => '90100001;Øre på æbler og åer;9.22.01;1,00');
    const utf8 = await read(csv(...filler));
    expect(utf8.rows).toMatchObject([{ name: 'Øre på æbler og åer', balance: 4_000_000n }]);
    const latin = await read(Buffer.from(csv(...filler), 'latin1'));
    expect(latin.rows).toEqual(utf8.rows);
  });

  it('reads again where the amounts late turn out to be English, and asks where nothing tells', async () => {
    const neutral = Array.from({ length: 40_000 }, () => '90100001;Kasse;9.22.01;1');
    const english = await read(csv(...neutral, '90100002;Bank;9.22.01;1,000.50'));
    expect(english.issues).toEqual([]);
    expect(english.rows.map(({ balance }) => balance)).toEqual([4_000_000n, 100_050n]);
    const either = await read(csv('90100001;Kasse;9.22.01;1.000'));
    expect(either.ambiguous).toEqual([{ column: 'Saldo', samples: ['1.000'] }]);
    expect(brief(either)).toEqual([[1, 'Saldo', '1.000', 'amount-form-unclear']]);
    const chosen = await read(csv('90100001;Kasse;9.22.01;1.000'), { amounts: 'da' });
    expect(chosen.rows[0]?.balance).toBe(100_000n);
  });

  it('is refused above the accounts that can be held, and beyond a bound its faults are counted', async () => {
    const many = Array.from({ length: 100_001 }, (_, index) => `9${String(index).padStart(7, '0')};Kasse;9.22.01;1,00`);
    expect(brief(await read(csv(...many)))).toEqual([[100_002, 'Konto', '90100000', 'too-many-accounts']]);
    const faulty = Array.from({ length: 10_007 }, () => '90100001;Kasse;9.22.01;x');
    const reading = await read(csv(...faulty));
    expect(reading.issues).toHaveLength(10_001);
    expect(reading.issues.at(-1)).toMatchObject({ code: 'more-issues', params: { more: 7 } });
  });

  it('is a balance only, and says so of anything else', async () => {
    expect(brief(await read(''))).toEqual([[null, null, null, 'file-empty']]);
    expect(brief(await read('Vare;Antal\r\nPapir;12'))).toEqual([[1, null, 'Vare Antal', 'unknown-kind']]);
    expect(brief(await read('IM-funktion;Navn\r\n9.22.01;Kontante'))).toEqual([[1, null, null, 'large-other-kind']]);
    expect(brief(await read(HEADINGS))).toEqual([[1, null, null, 'no-rows']]);
    expect(brief(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))).toEqual([[null, null, null, 'xls-old']]);
  });

  it('comes from a workbook too', async () => {
    const xml = sheetXml({
      1: HEADINGS.split(';').map(inline),
      2: [number('90100001'), inline('Kasse'), inline('9.22.01'), number('1500.25')],
      3: [number('90100001'), inline('Kasse'), inline('9.22.01'), number('-500')],
    });
    const reading = await read(makeWorkbook({ sheets: [{ name: 'A', xml }] }));
    expect(reading).toMatchObject({ issues: [], lines: 2, rows: [{ account: '90100001', balance: 100_025n }] });
  });

  it('is read by the profile that its headings are known by', async () => {
    const at = (heading: string, place: number) => ({ heading, at: place });
    const profile: KnownProfile = {
      name: 'Vores udtræk',
      fingerprint: fingerprintOf(['Statuskonto', 'Debet', 'Kredit']),
      content: {
        kind: 'saldobalance',
        account: {
          column: at('Statuskonto', 0),
          prefix: '',
          suffix: '',
          cut: { keep: 'before', separator: ' ' },
          leadingZeros: 'strip',
        },
        name: { from: 'account' },
        imFunction: { from: 'nothing' },
        amount: { from: 'sides', debit: at('Debet', 1), credit: at('Kredit', 2), creditIs: 'unsigned' },
        sign: 'as-is',
        form: null,
        blankIsZero: true,
        selection: null,
        ignore: {
          noAccount: true,
          notAnAccount: false,
          totals: true,
          outsideMain9: false,
          otherThanDigits: null,
          lines: [{ where: 'row', how: 'begins', text: '***' }],
        },
        sumPerAccount: true,
      },
    };
    const text = [
      'Udtræk pr. 31.12.2023',
      'Statuskonto;Debet;Kredit',
      '0090100001 Kasse;1.000,00;',
      '*** side 2;;',
      '0090100001 Kasse;;250,50',
      '90100002 Bank;;749,50',
      'I alt;1.000,00;1.000,00',
    ].join('\r\n');
    const reading = await read(text, { profiles: [profile], sumLines: false });
    expect(reading.issues).toEqual([]);
    expect(reading.rows).toEqual([
      { row: 3, account: '90100001', name: 'Kasse', imFunction: '', balance: 74_950n },
      { row: 6, account: '90100002', name: 'Bank', imFunction: '', balance: -74_950n },
    ]);
    expect(reading.reading).toMatchObject({
      profile: 'Vores udtræk',
      lines: 5,
      taken: 3,
      accounts: 2,
      ignored: [
        { reason: 'rule', count: 1 },
        { reason: 'total', count: 1 },
      ],
    });
  });
});

describe('the reading thread', () => {
  it('answers as the reading itself, tells how far it is, and stops when told', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `9010${index % 10};Kasse;9.22.01;1,00`);
    const request = requestFor([HEADINGS, ...rows].join('\n'));
    const told: LargeProgress[] = [];
    const reading = await readInThread(request, (progress) => told.push(progress), new AbortController().signal);
    expect(reading).toEqual(await readLarge(request, () => undefined));
    expect(told.at(0)?.totalBytes).toBe(readFileSync(request.path).length);
    const stopped = new AbortController();
    const broken = readInThread(request, () => stopped.abort(), stopped.signal);
    await expect(broken).rejects.toThrow(ReadingStopped);
  });
});
