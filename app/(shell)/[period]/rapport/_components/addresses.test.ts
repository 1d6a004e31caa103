import { describe, expect, it } from 'vitest';
import { sum } from '#lib/domain/money.ts';
import { formatCount, formatThousands } from '#lib/format/amount.ts';
import { selectRows } from '#lib/format/list-address.ts';
import type { PageTable } from '#lib/render/page/lay-out-page.ts';
import { ACCOUNT_FILTERS, accountColumns } from '#lib/services/account-list.ts';
import { findingColumns, findingFilters } from '#lib/services/finding-list.ts';
import { getReportPage } from '#lib/services/get-report-page.ts';
import { listAccounts } from '#lib/services/list-accounts.ts';
import { listFindings } from '#lib/services/list-findings.ts';
import { prepareStores } from '#lib/services/testing/demo-store.ts';
import { figureAddress } from './addresses.ts';

const stores = prepareStores();
const period = '2023-12';

async function prepare(committee: string) {
  const context = stores.demo();
  const [page, accounts, listed] = await Promise.all([
    getReportPage(context, period, committee),
    listAccounts(context, period),
    listFindings(context, period),
  ]);
  if (page?.kind !== 'reports' || !page.report || !accounts || !listed) throw new Error('no report');
  const tables = page.report.blocks.filter((block): block is PageTable => block.kind === 'table');

  /** What the list at that address adds up to, as a column of the report prints it. */
  function printList(address: string, column: string): string {
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    if (pathname === `/${period}/konti`) {
      const rows = selectRows(
        accounts ?? [],
        accountColumns({ status: String, method: String, separately: '' }),
        ACCOUNT_FILTERS,
        searchParams,
      );
      if (column === 'saldo') return formatThousands(sum(rows.map((row) => row.balance)));
      if (column === 'saldo-kategori-1' || column === 'netto')
        return formatThousands(sum(rows.map((row) => row.balance - row.followUp)));
      return formatCount(rows.length);
    }
    if (pathname !== `/${period}/opfoelgning`) throw new Error(pathname);
    const rows = selectRows(
      listed?.findings ?? [],
      findingColumns({ missing: String, plan: String }),
      findingFilters('2024-01-01'),
      searchParams,
    );
    if (column === 'antal-konti') return formatCount(new Set(rows.map((row) => row.account)).size);
    if (column === 'antal-aeldre') return formatCount(rows.length);
    const isOlder = column.startsWith('aeldre');
    return formatThousands(sum(rows.map((row) => (isOlder ? row.older : row.followUp))));
  }
  return { tables, printList };
}

/** Columns of last year's figures, which are no count or sum of a list. */
const OTHER = /forrige$|^aendring/;

describe('figures of the report', () => {
  it.each(['BIU', 'TMU', 'ØU'])(
    'lead to the rows that make them, all of them and no others (%s)',
    async (committee) => {
      const { tables, printList } = await prepare(committee);
      const wrong: string[] = [];
      let compared = 0;
      for (const table of tables) {
        if (!['kategorier', 'afstemt-af', 'aeldre-end-1-aar', 'tabel-1-1', 'tabel-2-1'].includes(table.id)) continue;
        for (const row of [...table.rows, ...(table.total ? [table.total] : [])]) {
          const textOf = (id: string) => row[table.columns.findIndex((column) => column.id === id)]?.text ?? '';
          for (const [index, column] of table.columns.entries()) {
            const cell = row[index];
            if (!column.isNumeric || !cell || cell.isNothing || OTHER.test(column.id)) continue;
            const address = figureAddress(
              { period, committee },
              table.id,
              column.id,
              row === table.total ? null : textOf,
            );
            const as = table.id === 'aeldre-end-1-aar' ? 'aeldre' : column.id;
            const printed = address ? printList(address, as) : 'nothing';
            compared += 1;
            if (printed !== cell.text)
              wrong.push(`${table.id} ${row[0]?.text} ${column.id}: ${cell.text} ≠ ${printed} ${address}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(200);
    },
  );
});
