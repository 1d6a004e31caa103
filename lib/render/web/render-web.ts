import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DRAFT_WORD, isDraft } from '#lib/render/blocks.ts';
import { writePage } from './frame.ts';
import { writeFrontPage } from './front-page.ts';
import { writeReportPage } from './report-page.ts';
import { writeSearchIndex } from './search-index.ts';
import { FRONT_PAGE, pageOf, SEARCH_INDEX, SEARCH_SCRIPT, STYLE_SHEET, type WebFile, type WebReport } from './site.ts';
import { FONT_FILES, FONT_FOLDER, writeStyles } from './styles.ts';

/** Where what is copied as it is lies in the project. */
interface Sources {
  /** Of this program. */
  root: string;
}

/**
 * The web edition of a year's reports as a folder that needs nothing else: a front page, a page for each committee, a
 * style sheet, fonts, and a search that works where scripts do. Read from a disk or any web server. The same reports
 * give the same bytes.
 */
export function renderWeb(reports: readonly WebReport[], { root }: Sources): WebFile[] {
  const [first] = reports;
  if (!first) return [];
  const { brand, title, municipality, runningHead } = first.model;
  const logo = brand.logo && { ...brand.logo, file: brand.logo.type === 'image/png' ? 'logo.png' : 'logo.jpg' };
  const fonts = path.join(root, 'node_modules', '@fontsource', 'ibm-plex-sans');
  const read = (...parts: string[]) => new Uint8Array(readFileSync(path.join(...parts)));
  const text = (content: string) => new TextEncoder().encode(content);
  const front = writePage({
    runningHead,
    logo,
    title: `${title} – ${municipality}`,
    root: '',
    folder: '',
    body: writeFrontPage(reports),
  });
  return [
    { path: FRONT_PAGE, bytes: text(front) },
    ...reports.map((report) => ({
      path: pageOf(report),
      bytes: text(
        writePage({
          runningHead: report.model.runningHead,
          logo,
          title: `${report.model.committee.name}${isDraft(report.model) ? ` (${DRAFT_WORD})` : ''} – ${title} – ${municipality}`,
          root: '../',
          folder: report.folder,
          body: writeReportPage(report, reports),
        }),
      ),
    })),
    { path: STYLE_SHEET, bytes: text(writeStyles(brand)) },
    { path: SEARCH_INDEX, bytes: text(writeSearchIndex(reports)) },
    { path: SEARCH_SCRIPT, bytes: read(root, 'lib', 'render', 'web', 'assets', SEARCH_SCRIPT) },
    ...(logo ? [{ path: logo.file, bytes: new Uint8Array(Buffer.from(logo.base64, 'base64')) }] : []),
    ...FONT_FILES.map((file) => ({ path: `${FONT_FOLDER}/${file}`, bytes: read(fonts, 'files', file) })),
    { path: `${FONT_FOLDER}/LICENSE.txt`, bytes: read(fonts, 'LICENSE') },
  ];
}
