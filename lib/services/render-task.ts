import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IsoDate } from '#lib/domain/date.ts';
import type { ReportFormat } from '#lib/domain/report-version.ts';
import { renderCoverNote } from '#lib/render/docx/render-cover-note.ts';
import { type Links, NO_LINKS } from '#lib/render/html/links.ts';
import { renderWeb } from '#lib/render/web/render-web.ts';
import { accountAddress, figureAddress } from '#lib/report/addresses.ts';
import { readKeyFigures } from '#lib/report/key-figures.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { renderBytes } from './render-bytes.ts';

/** A file that was rendered; `path` within what it belongs to. */
export interface RenderedFile {
  path: string;
  bytes: Uint8Array;
}

/** A piece of rendering, as plain data that a thread can be handed. `on`: the day that the report is made, or was frozen. */
export type RenderTask =
  | { kind: 'report'; format: ReportFormat; model: ReportModel }
  /** `template`: the municipality's own; null: the program's. */
  | { kind: 'note'; model: ReportModel; template: Uint8Array | null; on: IsoDate }
  | {
      kind: 'web';
      reports: { model: ReportModel; folder: string; beside: { label: string; fileName: string }[]; on: IsoDate }[];
      /** The origin of the program, which figures lead into; null: they lead nowhere, as in what is published. */
      base: string | null;
    };

/** The cover note's template that the program brings, beneath its folder. */
export const OWN_TEMPLATE = path.join('lib', 'render', 'docx', 'indstilling.docx');

/**
 * Does a task. The same task gives the same bytes.
 * @param root the program's own folder
 */
export async function renderTask(task: RenderTask, root: string): Promise<RenderedFile[]> {
  switch (task.kind) {
    case 'report':
      return [{ path: '', bytes: await renderBytes(task.model, task.format) }];
    case 'note': {
      const template = task.template ?? (await readFile(path.join(root, OWN_TEMPLATE)));
      const figures = readKeyFigures(task.model, task.on);
      return [{ path: '', bytes: renderCoverNote(template, task.model, figures, task.on) }];
    }
    case 'web':
      return renderWeb(
        task.reports.map(({ on, ...report }) => ({
          ...report,
          figures: readKeyFigures(report.model, on),
          links: task.base === null ? NO_LINKS : linksInto(task.base, report.model),
        })),
        { root },
      );
  }
}

/** What stands behind the figures, in the program under `base`. */
function linksInto(base: string, { period, committee }: ReportModel): Links {
  const place = { period, committee: committee.code };
  const absolute = (address: string | null) => (address === null ? null : new URL(address, base).href);
  return {
    figure: (table, column, cell) => absolute(figureAddress(place, table, column, cell)),
    account: (number) => absolute(accountAddress(period, number)),
  };
}

/** Names what a task gives, in hex: the same task done by the same program (`renderers`, see digestRenderers). */
export function keyOf(task: RenderTask, renderers: string): string {
  const plain = 'template' in task && task.template ? { ...task, template: digest(task.template) } : task;
  return digest(`${renderers}\n${JSON.stringify(plain)}`);
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
