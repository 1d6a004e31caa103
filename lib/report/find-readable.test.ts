import { describe, expect, test } from 'vitest';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from './build-report.ts';
import { openEdition } from './edition.ts';
import { findReadable } from './find-readable.ts';
import { isMoney, tableOf } from './model.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';

const GROUND = 'offentlighedslovens § 30, nr. 2';
const model = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU');
const findings = (...accounts: string[]): Redaction[] =>
  accounts.map((target) => ({ kind: 'finding', target, ground: GROUND }));
const readable = (...redactions: Redaction[]) => findReadable({ ...model, redactions });

/** The cards of the reference case by function: one each in 9.28.14 and 9.52.56, three in 9.52.59, all of category 2. */
const cards = model.document.flatMap((block) =>
  block.kind === 'plans'
    ? block.group.functions.flatMap(({ code, cards: own }) => own.map((card) => ({ code, card })))
    : [],
);
const accountsOf = (imFunction: string) =>
  cards.filter(({ code }) => code === imFunction).map(({ card }) => card.account);

describe('an amount that is left out', () => {
  test('is told where its row of table 2.1 is of nothing else', () => {
    const [account = ''] = accountsOf('9.52.56');
    expect(readable(...findings(account))).toEqual([
      { account: '95600017', imFunction: '9.52.56', category: 2, kind: 'alone' },
    ]);
    // And there it stands, to the øre.
    const open = tableOf(openEdition({ ...model, redactions: findings(account) }), 'tabel-2-1');
    const cell = open.rows.find(([code]) => code === '9.52.56')?.[
      open.columns.findIndex(({ id }) => id === 'kategori-2')
    ];
    const followUp = cards.find(({ card }) => card.account === account)?.card.followUp.ore;
    expect(cell !== undefined && isMoney(cell) && cell.ore).toBe(followUp);
  });

  test('is told where all others of its row are printed, and not where another is left out beside it', () => {
    const [one = '', two = ''] = accountsOf('9.52.59');
    expect(readable(...findings(one))).toEqual([
      { account: one, imFunction: '9.52.59', category: 2, kind: 'difference' },
    ]);
    expect(readable(...findings(one, two))).toEqual([]);
  });

  test('is told of each row of one plan where the column of amounts is left out', () => {
    const column: Redaction = { kind: 'column', target: 'handleplaner.opfoelgning', ground: GROUND };
    expect(readable(column).map(({ imFunction, kind }) => [imFunction, kind])).toEqual([
      ['9.28.14', 'alone'],
      ['9.52.56', 'alone'],
    ]);
    expect(readable({ ...column, target: 'handleplaner.problem' })).toEqual([]);
  });

  test('is not told where the row has findings that no plan describes, nor where nothing is left out', () => {
    const [account = ''] = accountsOf('9.52.56');
    const tables = model.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell, index) =>
          table.columns[index]?.id === 'antal-konti' && typeof cell === 'number' ? cell + 1 : cell,
        ),
      ),
    }));
    expect(findReadable({ ...model, tables, redactions: findings(account) })).toEqual([]);
    expect(readable()).toEqual([]);
  });
});
