import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#lib/db/store.ts';
import { restoreText } from '#lib/format/formula-guard.ts';
import { cleanText } from '#lib/render/excel/sheet.ts';
import { addAttachment } from './add-attachment.ts';
import { addComment } from './add-comment.ts';
import { addPerson } from './add-person.ts';
import type { Context } from './context.ts';
import { exportAccounts } from './export-accounts.ts';
import { exportFindings } from './export-findings.ts';
import { exportRegister } from './export-register.ts';
import type { ExportedFile } from './export-report.ts';
import { exportTrail } from './export-trail.ts';
import { getAccount } from './get-account.ts';
import { getAttachment } from './get-attachment.ts';
import { getSettings } from './get-settings.ts';
import { listComments } from './list-comments.ts';
import { listPeople } from './list-people.ts';
import { listRegister } from './list-register.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { type Ids, PERIOD } from './testing/rights-names.ts';
import { CHIEF, expectDone, PREPARER, verdictOf } from './testing/rights-things.ts';
import { prepareWorlds } from './testing/world-stores.ts';
import { updateSettings } from './update-settings.ts';

/** The columns in which the texts stand. */
const PLANS = new URLSearchParams('kolonner=konto,ansvarlig,tema,handleplan');
const INITIALS = new URLSearchParams('kolonner=konto,initialer');

/** What people have tried elsewhere: markup, formulas, paths, quotes, signs that turn or end a text. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</td></tr><tr><td>',
  '{{kategori3.antal}} <%= 1 %> #{1+1}',
  '=1+1',
  '=HYPERLINK("http://ond.example","klik")',
  '+SUM(A1:A9)',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  "'=1+1",
  "''@x",
  ';=1+1',
  '"=1+1"',
  'a";"=1+1',
  '..\\..\\windows\\system32\\drivers\\etc\\hosts',
  '../../../etc/passwd',
  '%2e%2e%2f',
  '\'; DROP TABLE "Account"; --',
  'æøå ÆØÅ é ß 😀 ﷽',
  'højre‮til venstre',
  'null',
  'undefined',
  '__proto__',
  '\\u0000 \\n',
  'nul\0tegn',
  'halvt\ud800tegn',
];

/** At most 60 signs, as a field keeps them: whole, without blanks at the ends. */
const anyText = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom(...ATTACKS) }, fc.string({ unit: 'grapheme', maxLength: 60 }))
  .map((text) => text.toWellFormed().trim())
  .filter((text) => text !== '');

const worlds = prepareWorlds();
let store: Store;
let ids: Ids;
let preparer: Context;
let chief: Context;
beforeAll(() => {
  store = worlds.copy();
  ids = worlds.ids();
  preparer = { store, actor: PREPARER };
  chief = { store, actor: CHIEF };
});

const list = { periodId: PERIOD, address: new URLSearchParams(), language: 'da' as const };

/** The cells of a CSV file as a spreadsheet splits them; none of them may be run. */
function csvCells(bytes: Uint8Array): string[] {
  const rows: string[][] = parse(Buffer.from(bytes), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
  for (const cell of rows.flat()) {
    if (!/^-?[\d.]+(,\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  }
  return rows.flat().map(restoreText);
}

/** The texts of a workbook's cells; none of them may be a formula or a link. */
async function workbookCells(file: ExportedFile | null): Promise<string[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((file?.bytes ?? new Uint8Array()).buffer as ArrayBuffer);
  const cells: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell(({ type, value, text }) => {
        expect(type).not.toBe(exceljs.ValueType.Formula);
        expect(type).not.toBe(exceljs.ValueType.Hyperlink);
        cells.push(typeof value === 'string' ? value : text);
      }),
    );
  }
  return cells;
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

describe('any text', () => {
  it('of a verdict comes back as it was, and is run by no file', async () => {
    let version = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 6, maxLength: 6 }), async (texts) => {
        const [responsible = '', theme = '', problem = '', text = '', activity = '', consequence = ''] = texts;
        const finding = {
          ...{ committee: 'ALU', category: 3 as const, responsible, theme, problem },
          items: [{ postingDate: '2023-06-30', text, amount: 150_000n }],
          steps: [{ activity, deadline: '2024-06-30', consequence }],
        };
        const input = verdictOf(ids.newAccount, version, [finding]);
        const logged = expectDone(await logReconciliation(preparer, input));
        version = logged.version;
        const detail = await getAccount(preparer, PERIOD, ids.newAccount);
        expect(detail?.reconciliation?.findings).toMatchObject([finding]);
        expect(detail?.history[0]?.after).toContain(JSON.stringify(problem));

        const csv = await exportFindings(preparer, { ...list, address: PLANS, format: 'csv' });
        const cells = csvCells(csv?.bytes ?? new Uint8Array());
        const plan = `${problem} – ${activity}`;
        for (const shown of [responsible, theme, plan]) expect(cells).toContain(shown);
        const workbook = await workbookCells(
          await exportFindings(preparer, { ...list, address: PLANS, format: 'xlsx' }),
        );
        for (const shown of [responsible, theme, plan]) expect(workbook).toContain(cleanText(shown));
        const trail = await exportTrail(chief, {
          format: 'csv',
          address: new URLSearchParams(`id=${ids.newAccount}`),
          language: 'da',
        });
        if (!trail) throw new Error('no trail');
        csvCells(await collect(trail.chunks));
      }),
      { numRuns: 25 },
    );
  });

  it('of initials does', async () => {
    const { sharedAccount, sharedVersion } = ids;
    let version = sharedVersion;
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((text) => text.length <= 10),
        async (initials) => {
          const input = { ...verdictOf(sharedAccount, version, []), initials };
          ({ version } = expectDone(await logReconciliation(preparer, input)));
          const csv = await exportAccounts(preparer, { ...list, address: INITIALS, format: 'csv' });
          expect(csvCells(csv?.bytes ?? new Uint8Array())).toContain(initials);
          expect(
            await workbookCells(await exportAccounts(preparer, { ...list, address: INITIALS, format: 'xlsx' })),
          ).toContain(cleanText(initials));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('of a register does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyText, anyText, anyText, anyText, anyText), async (texts) => {
        const [account, name, text, explanation, documentation] = texts;
        const movement = { account, imFunction: '9.52.59', name, text, amount: 1n, explanation, documentation };
        const content = { committee: 'ALU', ...movement };
        const register = 'periodiserede-poster' as const;
        const saved = await saveRegisterLine(preparer, {
          periodId: PERIOD,
          register,
          lineId: null,
          version: 0,
          content,
        });
        const { lineId } = expectDone(saved);
        const lines = (await listRegister(preparer, PERIOD, register))?.lines ?? [];
        expect(lines.find(({ id }) => id === lineId)?.content).toEqual(content);
        const csv = csvCells(
          (await exportRegister(preparer, { ...list, register, format: 'csv' }))?.bytes ?? new Uint8Array(),
        );
        const workbook = await workbookCells(await exportRegister(preparer, { ...list, register, format: 'xlsx' }));
        for (const shown of [name, text, explanation, documentation]) {
          expect(csv).toContain(shown);
          expect(workbook).toContain(cleanText(shown));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('of a comment, a person and the settings comes back as it was', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const about = { periodId: PERIOD, account: ids.account, committee: null, text, mentions: [] };
        const { id } = expectDone(await addComment(preparer, about));
        const comments = (await listComments(preparer, PERIOD, ids.account))?.comments;
        expect(comments?.find((one) => one.id === id)?.text).toBe(text);

        number += 1;
        const person = { name: text, email: `demo-${number}@afstemt.example`, roles: [] };
        const { personId } = expectDone(await addPerson(chief, person));
        expect((await listPeople(chief))?.people.find((one) => one.id === personId)?.name).toBe(text);

        const settings = {
          municipality: text,
          serviceCentreCode: 'SC',
          serviceCentreName: text,
          erpSystem: text,
          debtorSystem: text,
        };
        expectDone(await updateSettings(chief, settings));
        expect((await getSettings(chief))?.installation).toMatchObject(settings);
      }),
      { numRuns: 25 },
    );
  });

  it('as the name of a document leaves no path in it', async () => {
    let number = 0;
    const path = fc
      .tuple(fc.array(fc.constantFrom('..', '/', '\\', 'C:', '~', 'etc', '\0', '‮'), { maxLength: 6 }), anyText)
      .map(([parts, name]) => `${parts.join('')}${name}.txt`);
    await fc.assert(
      fc.asyncProperty(path, async (given) => {
        number += 1;
        const target = { target: 'account', periodId: PERIOD, account: ids.account };
        const added = await addAttachment(preparer, { target, name: given, bytes: Buffer.from(`Prøve ${number}`) });
        const { id, name } = expectDone(added);
        expect(name).toMatch(/\.txt$/);
        expect(name).not.toMatch(/[/\\:\0\u202e]|^\.|^$/);
        const opened = await getAttachment(preparer, id, 'take');
        expect(opened).toMatchObject({ name, bytes: Buffer.from(`Prøve ${number}`) });
      }),
      { numRuns: 30 },
    );
  });
});
