import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './plain-table.module.css';
import { ScrollBox } from './scroll-box.tsx';

interface PlainTableProps {
  label: string;
  columns: readonly string[];
  /** Whether the rows end in a cell for what can be done with them. */
  hasActs?: boolean;
  className?: string | undefined;
  /** The rows. */
  children: ReactNode;
}

/** A table of things that are looked after: a hairline under each row, nothing that sorts or filters. */
export function PlainTable({ label, columns, hasActs = false, className, children }: PlainTableProps) {
  return (
    <ScrollBox label={label}>
      <table className={classNames(styles.table, className)} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {hasActs && <td />}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  );
}
