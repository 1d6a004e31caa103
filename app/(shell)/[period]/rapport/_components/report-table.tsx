import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { withMinus } from '#lib/format/minus.ts';
import type { PageCell, PageTable } from '#lib/render/page/lay-out-page.ts';
import { figureAddress, type Place } from './addresses.ts';
import { CategoryShape } from './category-shape.tsx';
import { numbered } from './numbered.ts';
import styles from './report-table.module.css';

function Marks({ marks }: { marks: readonly string[] }) {
  return marks.map((mark) => (
    <sup key={mark} className={styles.mark}>
      {mark}
    </sup>
  ));
}

interface RowProps {
  table: PageTable;
  row: readonly PageCell[];
  isTotal: boolean;
  place: Place;
}

function Row({ table, row, isTotal, place }: RowProps) {
  const textOf = (id: string) => row[table.columns.findIndex((column) => column.id === id)]?.text ?? '';
  return (
    <tr>
      {table.columns.map((column, index) => {
        const cell = row[index];
        const text = withMinus(cell?.text ?? '');
        if (index === 0) {
          return (
            <th key={column.id} scope="row" className={styles.head}>
              {cell?.category && <CategoryShape category={cell.category} />}
              {text}
            </th>
          );
        }
        const address =
          column.isNumeric && cell && !cell.isNothing && (table.isLinked || isTotal)
            ? figureAddress(place, table.id, column.id, isTotal ? null : textOf)
            : null;
        return (
          <td key={column.id} className={classNames(column.isNumeric && styles.number)}>
            {address ? (
              <Link href={address} prefetch={false} className={styles.figure}>
                {text}
              </Link>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** A table of the report: caption above, three lines, notes beneath. Its figures lead to what stands behind them. */
export function ReportTable({ table, place }: { table: PageTable; place: Place }) {
  return (
    <div className={styles.block}>
      <div className={styles.frame}>
        <table className={styles.table} data-table={table.id}>
          <caption className={styles.caption}>
            {table.title}
            <Marks marks={table.marks} />
            {table.unit !== '' && <span className={styles.unit}> {table.unit}</span>}
          </caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.id} scope="col" className={classNames(column.isNumeric && styles.number)}>
                  {column.label}
                  <Marks marks={column.marks} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.length === 0 && (
              <tr>
                <td colSpan={table.columns.length}>{table.empty}</td>
              </tr>
            )}
            {numbered(table.rows).map(({ key, part }) => (
              <Row key={key} table={table} row={part} isTotal={false} place={place} />
            ))}
          </tbody>
          {table.total && (
            <tfoot>
              <Row table={table} row={table.total} isTotal place={place} />
            </tfoot>
          )}
        </table>
      </div>
      {table.notes.length > 0 && (
        <ul className={styles.notes}>
          {table.notes.map((note) => (
            <li key={`${note.mark}${note.text}`}>
              <Marks marks={note.mark === '' ? [] : [note.mark]} /> {note.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
