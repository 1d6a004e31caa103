import type { ReportFormat } from '#lib/domain/report-version.ts';
import { renderExcel } from '#lib/render/excel/render-excel.ts';
import { renderHtml } from '#lib/render/html/render-html.ts';
import { renderPdf } from '#lib/render/pdf/render-pdf.ts';
import { toJson } from '#lib/report/json.ts';
import type { ReportModel } from '#lib/report/model.ts';

/** A report as the bytes of a file of that format. The same model gives the same bytes. */
export function renderBytes(model: ReportModel, format: ReportFormat): Promise<Uint8Array> {
  return RENDERERS[format](model);
}

const RENDERERS: Record<ReportFormat, (model: ReportModel) => Promise<Uint8Array>> = {
  pdf: renderPdf,
  xlsx: renderExcel,
  json: async (model) => new TextEncoder().encode(`${JSON.stringify(toJson(model), null, 1)}\n`),
  html: async (model) => new TextEncoder().encode(renderHtml(model)),
};
