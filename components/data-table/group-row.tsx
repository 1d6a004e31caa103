import { classNames } from '#components/ui/class-names.ts';
import styles from './data-table.module.css';
import type { GridLineProps } from './grid-line.ts';
import { GroupCells } from './group-cells.tsx';
import type { GroupLine } from './lines.ts';

interface GroupRowProps<Row> extends GridLineProps<Row> {
  line: GroupLine;
  onToggle: () => void;
}

/** The head of a group, as a line of the grid. */
export function GroupRow<Row>({ id, index, line, top, height, template, isActive, ...cells }: GroupRowProps<Row>) {
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      data-line={index}
      data-active={isActive}
      className={classNames(styles.row, styles.group)}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
    >
      <GroupCells line={line} {...cells} />
    </tr>
  );
}
