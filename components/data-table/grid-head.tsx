import { Fragment, type ReactNode } from 'react';
import type { VisibleColumn } from './columns.ts';
import styles from './data-table.module.css';
import { ChooseHead } from './row-choice.tsx';

interface GridHeadProps<Row> {
  columns: readonly VisibleColumn<Row>[];
  template: string;
  /** Left offsets in px of the frozen columns. */
  offsets: readonly (number | null)[];
  /** `aria-colindex` of the first column. */
  first: number;
  head: (column: VisibleColumn<Row>, index: number, left: number | null) => ReactNode;
  /** The tick of all rows that are shown; null where rows cannot be ticked. */
  choice: {
    rowIds: readonly string[];
    chosen: ReadonlySet<string>;
    onChoose: (rowIds: readonly string[], chosen: boolean) => void;
  } | null;
}

/** The line of heads over a grid. */
export function GridHead<Row>({ columns, template, offsets, first, head, choice }: GridHeadProps<Row>) {
  return (
    <thead className={styles.headGroup}>
      <tr aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
        {choice && (
          <ChooseHead
            count={choice.rowIds.filter((id) => choice.chosen.has(id)).length}
            total={choice.rowIds.length}
            onChoose={(chosen) => choice.onChoose(choice.rowIds, chosen)}
          />
        )}
        {columns.map((column, index) => (
          <Fragment key={column.id}>{head(column, index + first, offsets[index] ?? null)}</Fragment>
        ))}
      </tr>
    </thead>
  );
}
