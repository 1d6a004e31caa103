import type { ReportStatus } from '#lib/domain/report-version.ts';
import { type Cell, isMoney, type ReportModel, type Severity, type Table, type Unit } from './model.ts';

/** The report as JSON: the contract of docs/report-json.md and docs/report.schema.json, and nothing more. */
export interface ReportJson {
  year: number;
  committee: { code: string; name: string };
  status: ReportStatus;
  tables: {
    id: string;
    title: string;
    columns: { id: string; label: string; unit: Unit }[];
    rows: Cell[][];
    total: Cell[] | null;
  }[];
  checks: { id: string; severity: Severity; ok: boolean; message: string }[];
}

/** What other programs read of a report. Money keeps its exact øre beside its print. */
export function toJson(model: ReportModel): ReportJson {
  return {
    year: model.year,
    committee: { code: model.committee.code, name: model.committee.name },
    status: model.status,
    tables: model.tables.map(tableToJson),
    checks: model.checks.map(({ id, severity, ok, message }) => ({ id, severity, ok, message })),
  };
}

function tableToJson({ id, title, columns, rows, total }: Table): ReportJson['tables'][number] {
  return {
    id,
    title,
    columns: columns.map((column) => ({ id: column.id, label: column.label, unit: column.unit })),
    rows: rows.map((row) => row.map(cellToJson)),
    total: total?.map(cellToJson) ?? null,
  };
}

function cellToJson(cell: Cell): Cell {
  return isMoney(cell) ? { ore: cell.ore, printed: cell.printed } : cell;
}
