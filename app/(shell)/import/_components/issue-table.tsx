'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { guardUnlessNumber, writeCsv } from '#lib/format/csv.ts';
import type { Issue } from '#lib/import/types.ts';
import styles from './import.module.css';

const MOST_SHOWN = 100;

interface IssueTableProps {
  issues: readonly Issue[];
  /** Names the table, and the file of all. */
  label: string;
  fileName: string;
  /** Offers the file of all even where the page shows all. */
  saveLabel: string;
}

/** Where in the files something is wrong, and what to do: the first hundred, and all of them as a file. */
export function IssueTable({ issues, label, fileName, saveLabel }: IssueTableProps) {
  const t = useTranslations('import.issue');
  const text = useTranslations('issues');
  const columns = [t('file'), t('row'), t('column'), t('value'), t('message')];
  const messageOf = ({ code, params }: Issue) => text(code as Parameters<typeof text>[0], params);
  const shown = issues.slice(0, MOST_SHOWN).map((issue, place) => ({ issue, key: `issue-${place}` }));

  function save() {
    const rows = issues.map((issue) => [
      issue.file,
      issue.row === null ? '' : String(issue.row),
      issue.column ?? '',
      issue.value ?? '',
      messageOf(issue),
    ]);
    const address = URL.createObjectURL(
      new Blob([writeCsv([columns, ...rows.map((row) => row.map(guardUnlessNumber))])], {
        type: 'text/csv;charset=utf-8',
      }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 0);
  }

  return (
    <>
      <div className={styles.actions}>
        <Button icon="download" onClick={save}>
          {saveLabel}
        </Button>
        {issues.length > MOST_SHOWN && (
          <p>
            {t('more', {
              shown: MOST_SHOWN,
              count: issues.length - MOST_SHOWN,
              number: formatCount(issues.length - MOST_SHOWN),
            })}
          </p>
        )}
      </div>
      <ScrollBox label={label}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th key={column} scope="col" className={place === 1 ? styles.number : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ issue, key }) => (
              <tr key={key}>
                <td className={styles.issueFile}>{issue.file}</td>
                <td className={styles.number}>{issue.row === null ? t('wholeFile') : formatCount(issue.row)}</td>
                <td>{issue.column}</td>
                <td className={styles.value}>{issue.value}</td>
                <td className={styles.message}>{messageOf(issue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
