import { classNames } from '#components/ui/class-names.ts';
import type { VisibleColumn } from './columns.ts';
import styles from './data-table.module.css';
import { GroupCells } from './group-cells.tsx';
import type { GroupLine } from './lines.ts';

interface GroupRowProps<Row> {
  id: string;
  /** From 0 among the lines. */
  index: number;
  line: GroupLine;
  /** In px. */
  top: number;
  height: number;
  template: string;
  columns: readonly VisibleColumn<Row>[];
  /** Left offsets in px of the frozen columns. */
  offsets: readonly (number | null)[];
  /** `aria-colindex` of the first column. */
  first: number;
  isActive: boolean;
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
