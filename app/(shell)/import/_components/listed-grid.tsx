'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { ShownValue } from '#lib/services/describe-change.ts';
import { useValueWord } from '../../_components/value-word.ts';
import styles from './changes.module.css';
import type { ListedRow } from './listed-row.ts';

/** In px. */
const WIDTHS = { money: 140, count: 90, date: 104, category: 124, text: 130 } as const;

interface ListedGridProps {
  label: string;
  idHead: string;
  rows: readonly ListedRow[];
  fields: readonly string[];
  hasNames: boolean;
}

const rowId = (row: ListedRow) => row.key;

/** Many things that come or go, in a grid of their own. */
export function ListedGrid({ label, idHead, rows, fields, hasNames }: ListedGridProps) {
  const t = useTranslations();
  const valueWord = useValueWord();
  const columns = useMemo((): Column<ListedRow>[] => {
    const wordOf = (value: ShownValue | undefined): string => {
      switch (value?.kind) {
        case 'text':
          return value.text;
        case 'flag':
        case 'method':
        case 'status':
        case 'word':
          return valueWord(value);
        case 'money':
          return formatOre(BigInt(value.ore));
        case 'count':
          return formatCount(value.count);
        case 'date':
          return formatDate(value.date);
        case 'category':
          return String(value.category);
        case 'parts':
          return value.parts.map((parts) => parts.map((part) => wordOf(part.value)).join(' ')).join(', ');
        case 'items':
        case 'steps':
        case undefined:
          return '';
      }
    };
    const columnOf = (field: string): Column<ListedRow> => {
      const header = t(`import.change.fields.${field}` as Parameters<typeof t>[0]);
      const kinds = new Set(rows.flatMap(({ cells }) => cells.get(field)?.kind ?? []));
      const [kind] = kinds.size === 1 ? kinds : [];
      const of = <Kind extends ShownValue['kind']>(row: ListedRow, one: Kind) => {
        const value = row.cells.get(field);
        return value?.kind === one ? (value as Extract<ShownValue, { kind: Kind }>) : null;
      };
      switch (kind) {
        case 'money':
          return {
            id: field,
            header,
            kind,
            width: WIDTHS.money,
            value: (row) => {
              const ore = of(row, 'money')?.ore;
              return ore === undefined ? null : BigInt(ore);
            },
          };
        case 'count':
          return { id: field, header, kind, width: WIDTHS.count, value: (row) => of(row, 'count')?.count ?? null };
        case 'date':
          return { id: field, header, kind, width: WIDTHS.date, value: (row) => of(row, 'date')?.date ?? null };
        default: {
          const value = (row: ListedRow) => wordOf(row.cells.get(field));
          return { id: field, header, kind: 'text', width: WIDTHS.text, value };
        }
      }
    };
    const named: Column<ListedRow>[] = hasNames
      ? [{ id: 'name', header: t('import.change.fields.name'), width: 200, kind: 'text', value: (row) => row.name }]
      : [];
    return [
      { id: 'id', header: idHead, width: 110, frozen: true, kind: 'text', value: (row) => row.id },
      ...named,
      ...fields.filter((field) => field !== 'id' && !(hasNames && field === 'name')).map(columnOf),
    ];
  }, [t, valueWord, rows, fields, hasNames, idHead]);
  return (
    <div className={styles.grid}>
      <DataTable
        name={`import-${fields.join('-')}`}
        label={label}
        rows={rows}
        rowId={rowId}
        columns={columns}
        searchLabel={t('registers.search')}
        isPassing
        empty={null}
      />
    </div>
  );
}
