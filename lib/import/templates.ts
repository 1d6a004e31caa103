import type { ImportKind } from './types.ts';
import { type TableFormat, writeTable } from './write-table.ts';

/** An empty table of the kind with every column that the import reads, the optional ones too. */
export function makeTemplate(kind: ImportKind, format: TableFormat): Promise<Uint8Array> {
  return writeTable(kind, format, []);
}
