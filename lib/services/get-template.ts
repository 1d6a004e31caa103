import { COLUMNS } from '#lib/import/columns.ts';
import { PREREQUISITES } from '#lib/import/plan-import.ts';
import { makeTemplate } from '#lib/import/templates.ts';
import { IMPORT_KINDS, type ImportKind } from '#lib/import/types.ts';

/** What a kind of file holds, for those who make one. */
export interface KindDescription {
  kind: ImportKind;
  /** What must be there, stored or in the same call, before it. */
  needs: readonly ImportKind[];
  /** Headings of the columns in the template's order. */
  required: string[];
  optional: string[];
}

/** The kinds of file in the order in which they depend on each other. */
export function listKinds(): KindDescription[] {
  return IMPORT_KINDS.map((kind) => ({
    kind,
    needs: PREREQUISITES[kind],
    required: COLUMNS[kind].filter((column) => !column.optional).map((column) => column.heading),
    optional: COLUMNS[kind].filter((column) => column.optional).map((column) => column.heading),
  }));
}

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** An empty file of the kind to fill in; null where there is no such kind or format. */
export async function getTemplate(
  kindText: string,
  formatText: string,
): Promise<{ name: string; contentType: string; bytes: Uint8Array } | null> {
  const kind = IMPORT_KINDS.find((candidate) => candidate === kindText);
  const format = (['csv', 'xlsx'] as const).find((candidate) => candidate === formatText);
  if (kind === undefined || format === undefined) return null;
  return { name: `${kind}.${format}`, contentType: CONTENT_TYPES[format], bytes: await makeTemplate(kind, format) };
}
