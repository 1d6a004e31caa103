import { createHash, randomBytes } from 'node:crypto';
import type { StagedFile } from '#lib/db/raw-files.ts';
import { readReportFile, stageReportFile } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import {
  EDITIONS,
  type Edition,
  REPORT_FORMATS,
  type ReportFile,
  type ReportFormat,
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
  { number, madeAt, reason, nonce }: Pick<ReportVersion, 'number' | 'madeAt' | 'reason' | 'nonce'>,
): FrozenModel {
  return freezeModel(model, { number, madeOn: danishDate(new Date(madeAt)), reason }, nonce);
}

/** A version's lot: 128 bits in hex, so that nobody can guess it. */
export function drawNonce(): string {
  return randomBytes(16).toString('hex');
}

/** Whether a report is still as its version froze it. */
export function isAsFrozen(model: ReportModel, version: ReportVersion): boolean {
  return freezeAs(model, version).sha256 === version.modelSha256;
}

/**
 * The whole model of a version as it was frozen. `foreign`: another program froze what this one does not know in every
 * part; `damaged`: it is gone from the archive, or is not what was frozen.
 */
export type KeptModel = { kind: 'whole'; model: ReportModel } | { kind: 'foreign' } | { kind: 'damaged' };

export function readKeptModel(store: Store, version: ReportVersion): KeptModel {
  const text = readKeptText(store, version);
  if (text === null) return { kind: 'damaged' };
  const model = thawModel({ text, sha256: version.modelSha256 });
  return model ? { kind: 'whole', model } : { kind: 'foreign' };
}

/** Whether what was frozen is still in the archive as it was. */
export function isModelKept(store: Store, version: ReportVersion): boolean {
  return readKeptText(store, version) !== null;
}

function readKeptText(store: Store, { modelSha256 }: ReportVersion): string | null {
  return readReportFile(store, modelSha256)?.toString('utf8') ?? null;
}

export function editionOf(model: ReportModel, edition: Edition): ReportModel {
  return edition === 'open' ? openEdition(model) : model;
}

/** The model that a file of a version is rendered from. */
export function modelOfFile(whole: ReportModel, file: Pick<ReportFile, 'edition' | 'format'>): ReportModel {
  return editionOf({ ...whole, status: statusOfFile(file) }, file.edition);
}

/** What a file of a version says of itself: only the JSON of a published one that it is. */
export function statusOfFile({ format }: Pick<ReportFile, 'format'>): ReportModel['status'] {
  return format === 'json-published' ? 'offentliggjort' : 'endelig';
}

/** What a file of a version is rendered as. */
export function formatOfFile({ format }: Pick<ReportFile, 'format'>): ReportFormat {
  return format === 'json-published' ? 'json' : format;
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
