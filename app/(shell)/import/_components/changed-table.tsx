import { useTranslations } from 'next-intl';
import type { ChangeView, FieldChange } from '#lib/services/describe-change.ts';
import { ShownValue } from '../../_components/shown-value.tsx';
import styles from './changes.module.css';

interface ChangedTableProps {
  label: string;
  /** Head of the column that names the thing. */
  idHead: string;
  changes: readonly ChangeView[];
}

/** Things that change, a line for each field: before → after. */
export function ChangedTable({ label, idHead, changes }: ChangedTableProps) {
  const t = useTranslations('import.change');
  const rows = changes.flatMap(({ id, name, fields }, place) =>
    fields.map((field, line) => ({ id, name, field, span: line === 0 ? fields.length : 0, key: `${place}-${line}` })),
  );
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{idHead}</th>
          <th scope="col">{t('field')}</th>
          <th scope="col" className={styles.value}>
            {t('before')}
          </th>
          <th scope="col" className={styles.value}>
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, field, span, key }) => (
          <tr key={key} className={span > 0 ? styles.first : undefined}>
            {span > 0 && (
              <th scope="rowgroup" rowSpan={span} className={styles.thing}>
                {id} {name && <span className={styles.name}>{name}</span>}
              </th>
            )}
            <td>{fieldWord(field, t)}</td>
            <td className={styles.value}>
              <ShownValue value={field.before} />
            </td>
            <td className={styles.value}>
              <ShownValue value={field.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function fieldWord({ field, committee }: FieldChange, t: ReturnType<typeof useTranslations<'import.change'>>): string {
  const word = t(`fields.${field}` as Parameters<typeof t>[0]);
  return committee === null ? word : t('fieldOf', { committee, field: word });
}
