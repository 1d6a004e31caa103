import { useTranslations } from 'next-intl';
import { SelectField } from '#components/ui/text-field.tsx';
import type { MappedColumn } from '#lib/schemas/mapping.ts';

/** The columns of a file: its headings, and what stands under the one at a place. */
export interface FileColumns {
  headings: readonly string[];
  valuesAt: (place: number) => readonly string[];
}

interface Special<S extends string> {
  value: S;
  label: string;
}

interface ColumnSelectProps<S extends string> {
  label: string;
  help?: string;
  columns: FileColumns;
  /** A column, or one of the other answers. */
  value: MappedColumn | S;
  /** Answers beside the columns, such as *ingen*. */
  others?: readonly Special<S>[];
  onChange: (value: MappedColumn | S) => void;
}

const MISSING = 'missing';

/** Which of the file's columns is one of ours, with what stands in it. */
export function ColumnSelect<S extends string = never>({
  label,
  help,
  columns,
  value,
  others = [],
  onChange,
}: ColumnSelectProps<S>) {
  const t = useTranslations('mapping');
  const column = typeof value === 'string' ? null : value;
  // What a profile names and this file has not, or a file without such a heading.
  const isThere = column === null || (columns.headings[column.at] ?? '').trim() === column.heading;
  const examples = column === null || !isThere ? undefined : t('examples', { values: examplesOf(columns, column.at) });
  return (
    <SelectField
      label={label}
      help={help ?? examples}
      value={column === null ? String(value) : isThere ? String(column.at) : MISSING}
      onChange={(event) => {
        const chosen = others.find((other) => other.value === event.target.value);
        const index = Number(event.target.value);
        onChange(chosen ? chosen.value : { heading: (columns.headings[index] ?? '').trim(), at: index });
      }}
    >
      {!isThere && (
        <option value={MISSING} disabled>
          {t('missing', { heading: column?.heading ?? '' })}
        </option>
      )}
      {others.map((other) => (
        <option key={other.value} value={other.value}>
          {other.label}
        </option>
      ))}
      {placesOf(columns).map(({ at: place, heading }) => (
        <option key={place} value={place}>
          {heading === '' ? t('untitled', { number: place + 1 }) : heading}
        </option>
      ))}
    </SelectField>
  );
}

/** The columns with their places, from 0. */
export function placesOf({ headings }: FileColumns): { at: number; heading: string }[] {
  return headings.map((heading, at) => ({ at, heading: heading.trim() }));
}

/** As many signs of examples as stand on one line above the field. */
const EXAMPLES_LENGTH = 30;

/** The first two different values of a column, the second only where both fit on a line. */
function examplesOf({ valuesAt }: FileColumns, at: number): string {
  const [first = '–', second = ''] = valuesAt(at);
  const both = second === '' ? first : `${first} · ${second}`;
  const shown = both.length > EXAMPLES_LENGTH ? first : both;
  return shown.length > EXAMPLES_LENGTH ? `${shown.slice(0, EXAMPLES_LENGTH)}…` : shown;
}
