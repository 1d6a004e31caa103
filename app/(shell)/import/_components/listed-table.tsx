'use client';

import { useTranslations } from 'next-intl';
import type { ChangeView, ShownValue as Value } from '#lib/services/describe-change.ts';
import { ShownValue } from '../../_components/shown-value.tsx';
import styles from './changes.module.css';
import { ListedGrid } from './listed-grid.tsx';
import type { ListedRow } from './listed-row.ts';

interface ListedTableProps {
  label: string;
  /** Head of the column that names the thing. */
  idHead: string;
  changes: readonly ChangeView[];
  /** New things are shown as they will be, gone ones as they were. */
  isNew: boolean;
}

/** What takes more room than a column has; the amount for follow-up stands for it. */
const LONG = new Set(['items', 'steps', 'problem', 'activity', 'consequence']);

/** From so many on they are looked through as a list is: searched, sorted, narrowed. */
const MANY = 20;

/** Things that come or go, a line each; of a verdict with findings a line for each finding. */
export function ListedTable({ label, idHead, changes, isNew }: ListedTableProps) {
  const t = useTranslations('import.change');
  const rows = changes.flatMap((change, place) => toRows(change, place, isNew));
  const fields = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const hasNames = rows.some(({ name }) => name !== '');
  if (rows.length > MANY)
    return <ListedGrid label={label} idHead={idHead} rows={rows} fields={fields} hasNames={hasNames} />;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{idHead}</th>
          {hasNames && <th scope="col">{t('fields.name')}</th>}
          {fields.map((field) => (
            <th
              key={field}
              scope="col"
              className={rows.some(({ cells }) => isNumber(cells.get(field))) ? styles.number : undefined}
            >
              {t(`fields.${field}` as Parameters<typeof t>[0])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, id, name, cells }) => (
          <tr key={key}>
            <th scope="row">{id}</th>
            {hasNames && <td>{name}</td>}
            {fields.map((field) => {
              const value = cells.get(field);
              return (
                <td key={field} className={isNumber(value) ? styles.number : undefined}>
                  {value && <ShownValue value={value} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isNumber(value: Value | undefined): boolean {
  return value?.kind === 'money' || value?.kind === 'count';
}

function toRows({ id, name, fields }: ChangeView, place: number, isNew: boolean): ListedRow[] {
  const cellsOf = (committee: string | null) =>
    fields
      .filter((field) => field.committee === committee && !LONG.has(field.field))
      .map(({ field, before, after }) => [field, isNew ? after : before] as const)
      .filter((cell): cell is [string, Value] => cell[1] !== null);
  const committees = [...new Set(fields.map(({ committee }) => committee))].filter((committee) => committee !== null);
  if (committees.length === 0) return [{ key: `${place}`, id, name, cells: new Map(cellsOf(null)) }];
  return committees.map((committee) => {
    const named: [string, Value] = ['committee', { kind: 'text', text: committee }];
    return { key: `${place}/${committee}`, id, name, cells: new Map([...cellsOf(null), named, ...cellsOf(committee)]) };
  });
}
