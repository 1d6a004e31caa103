import Link from 'next/link';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { Column } from './columns.ts';
import styles from './data-table.module.css';

/** What stands in a cell. Links are reached through their row (arrow keys, Enter), so Tab need not pass them all. */
export function CellContent<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  switch (column.kind) {
    case 'text': {
      const text = column.value(row);
      if (column.tone) return text === '' ? null : <Tag tone={column.tone}>{text}</Tag>;
      return (
        <span className={styles.clip} title={text}>
          {text}
        </span>
      );
    }
    case 'link':
      return (
        <Link href={column.href(row)} prefetch={false} tabIndex={-1} className={styles.clip}>
          {column.value(row)}
        </Link>
      );
    case 'count': {
      const count = column.value(row);
      return count === null ? null : formatCount(count);
    }
    case 'money':
      return <Money amount={column.value(row)} />;
    case 'date': {
      const date = column.value(row);
      const mark = date === null ? null : column.mark?.(row);
      if (date === null || !mark) return date === null ? null : formatDate(date);
      return (
        <span title={mark.word}>
          {mark.shown === 'tagged' ? (
            <Tag tone="attention">{formatDate(date)}</Tag>
          ) : (
            <s className={styles.struck}>{formatDate(date)}</s>
          )}
          <VisuallyHidden> {mark.word}</VisuallyHidden>
        </span>
      );
    }
    case 'category':
      return column.otherwise?.(row) ?? <CategoryMark category={column.value(row)} short />;
  }
}
