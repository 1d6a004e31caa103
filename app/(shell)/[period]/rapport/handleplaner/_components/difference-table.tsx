'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import type { PlanChangeRow, PlanDifference } from '#lib/services/compare-plan-workbook.ts';
import { accountAddress } from '../../../../_components/account-address.ts';
import styles from './plan-workbooks.module.css';
import { usePlanValue } from './use-plan-value.ts';

/** In px. */
const WIDTHS = { account: 104, name: 140, row: 64, field: 110, value: 236, outcome: 160 } as const;

interface Line extends PlanDifference {
  key: string;
  account: string;
  accountName: string;
  row: number;
  isChosen: boolean;
}

interface DifferenceTableProps {
  period: string;
  rows: readonly PlanChangeRow[];
  chosen: ReadonlySet<string>;
}

const rowId = ({ key }: Line) => key;

/** All that the workbook has otherwise than the screen, a line for each field. */
export function DifferenceTable({ period, rows, chosen }: DifferenceTableProps) {
  const t = useTranslations('planWorkbook');
  const shownOf = usePlanValue();
  const lines = useMemo(
    () =>
      rows.flatMap(({ id, account, accountName, row, differences }) =>
        differences.map((one): Line => {
          return { ...one, key: `${id}-${one.field}`, account, accountName, row, isChosen: chosen.has(id) };
        }),
      ),
    [rows, chosen],
  );
  const columns = useMemo((): Column<Line>[] => {
    const outcomeOf = ({ isConflict, isChosen }: Line) =>
      !isConflict ? t('outcomes.changes') : t(isChosen ? 'outcomes.overwrites' : 'outcomes.stays');
    return [
      {
        id: 'konto',
        header: t('account'),
        width: WIDTHS.account,
        frozen: true,
        kind: 'link',
        value: (line) => line.account,
        href: (line) => accountAddress(period, line.account),
      },
      { id: 'navn', header: t('accountName'), width: WIDTHS.name, kind: 'text', value: (line) => line.accountName },
      { id: 'raekke', header: t('row'), width: WIDTHS.row, kind: 'count', sum: false, value: (line) => line.row },
      { id: 'felt', header: t('field'), width: WIDTHS.field, kind: 'text', value: (line) => t(`fields.${line.field}`) },
      {
        id: 'nu',
        header: t('now'),
        width: WIDTHS.value,
        kind: 'text',
        value: (line) => shownOf(line.field, line.now),
      },
      {
        id: 'regneark',
        header: t('mine'),
        width: WIDTHS.value,
        kind: 'text',
        value: (line) => shownOf(line.field, line.mine),
      },
      { id: 'hvad', header: t('outcome'), width: WIDTHS.outcome, kind: 'text', value: outcomeOf },
    ];
  }, [t, shownOf, period]);
  if (lines.length === 0) return <p>{t('nothingNew')}</p>;
  return (
    <div className={styles.grid}>
      <DataTable
        name="handleplaner-forskelle"
        label={t('differences')}
        rows={lines}
        rowId={rowId}
        columns={columns}
        searchLabel={t('search')}
        isPassing
        empty={null}
      />
    </div>
  );
}
