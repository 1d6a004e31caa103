import { createHash } from 'node:crypto';
import type { StagedFile } from '#lib/db/raw-files.ts';
import { readReportFile, stageReportFile } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import {
  EDITIONS,
  type Edition,
  REPORT_FORMATS,
  type ReportFile,
  type ReportVersion,
} from '#lib/domain/report-version.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { openEdition } from '#lib/report/edition.ts';
import { type FrozenModel, freezeModel, thawModel } from '#lib/report/frozen-model.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { renderReport } from './export-report.ts';

/** What a version of that number, made then, would be of a model as it stands now. */
export function freezeAs(
  model: ReportModel,
  { number, madeAt, reason }: Pick<ReportVersion, 'number' | 'madeAt' | 'reason'>,
): FrozenModel {
  return freezeModel(model, { number, madeOn: danishDate(new Date(madeAt)), reason });
}

/** Whether a report is still as its version froze it. */
export function isAsFrozen(model: ReportModel, version: ReportVersion): boolean {
  return freezeAs(model, version).sha256 === version.modelSha256;
}

/** The whole model of a version; null where this program does not know all of what another one froze. */
export function readFrozenModel(store: Store, { modelSha256 }: ReportVersion): ReportModel | null {
  return thawModel({ text: readReportFile(store, modelSha256).toString('utf8'), sha256: modelSha256 });
}

export function editionOf(model: ReportModel, edition: Edition): ReportModel {
  return edition === 'open' ? openEdition(model) : model;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A version's files, and the bytes of them and of the model beside their places: to be kept or discarded. */
export interface StagedVersion {
  files: ReportFile[];
  staged: StagedFile[];
}

/** Renders all that a version consists of, from what was frozen: as it will be rendered ever after. */
export async function stageVersion(store: Store, frozen: FrozenModel): Promise<StagedVersion> {
  const model = thawModel(frozen);
  if (!model) throw new Error('What was just frozen does not fit the frozen model’s own schema.');
  const staged = [stageReportFile(store, Buffer.from(frozen.text, 'utf8'))];
  const files: ReportFile[] = [];
  try {
    for (const edition of EDITIONS) {
      for (const format of REPORT_FORMATS) {
        const { bytes } = await renderReport(editionOf(model, edition), format);
        const file = stageReportFile(store, bytes);
        staged.push(file);
        files.push({ edition, format, sha256: file.sha256, bytes: bytes.length });
      }
    }
  } catch (error) {
    for (const file of staged) file.discard();
    throw error;
  }
  return { files, staged };
}
