import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { numbered } from './numbered.ts';
import styles from './text-list.module.css';

interface TextListProps<Item> {
  ordered: boolean;
  items: readonly Item[];
  className?: string | undefined;
  /** What stands in an item. */
  show: (item: Item) => ReactNode;
}

/** A list of a text, numbered or not. */
export function TextList<Item>({ ordered, items, className, show }: TextListProps<Item>) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={classNames(styles.items, className)} data-ordered={ordered}>
      {numbered(items).map(({ key, part }) => (
        <li key={key}>{show(part)}</li>
      ))}
    </List>
  );
}
