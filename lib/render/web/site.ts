import type { Links } from '#lib/render/html/links.ts';
import type { KeyFigures, ReportModel } from '#lib/report/model.ts';

/** A file of the web edition; `path` is within its folder, with `/`. */
export interface WebFile {
  path: string;
  bytes: Uint8Array;
}

/** One committee's part of the web edition. */
export interface WebReport {
  model: ReportModel;
  figures: KeyFigures;
  /** Name of the committee's folder, one of its own: small letters, digits and hyphens. */
  folder: string;
  /** Files that lie in the committee's folder beside its page. */
  beside: { label: string; fileName: string }[];
  /** Where its figures lead to; what is published takes NO_LINKS. */
  links: Links;
}

export const STYLE_SHEET = 'stil.css';
export const SEARCH_SCRIPT = 'soeg.js';
export const SEARCH_INDEX = 'soegeindeks.js';
export const FRONT_PAGE = 'index.html';

/** A committee's page as it is reached from the front page. Named in full: a folder alone opens no page without a server. */
export function pageOf(report: WebReport): string {
  return `${report.folder}/${FRONT_PAGE}`;
}
