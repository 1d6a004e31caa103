import { zipSync } from 'fflate';
import type { IsoDate } from '#lib/domain/date.ts';
import { bindWords } from '#lib/format/bind-words.ts';
import { formatDateInProse } from '#lib/format/date.ts';
import { withMinus } from '#lib/format/minus.ts';
import { categoryWords, documentDate, reportFacts } from '#lib/render/blocks.ts';
import type { KeyFigures, ReportModel } from '#lib/report/model.ts';
import type { CoverNote } from './cover-note.ts';
import { openTemplate } from './template.ts';

/** What the cover note of a report says; `on`: the day that it is made, when a deadline counts as passed. */
export function toCoverNote(model: ReportModel, figures: KeyFigures, on: IsoDate): CoverNote {
  const { year, municipality, committee, version, checks } = model;
  const total = figures.categories.find(({ category }) => category === null);
  const failing = model.status === 'udkast' ? checks.filter((check) => !check.ok && check.severity === 'blocking') : [];
  return {
    kommune: municipality,
    udvalg: committee.name,
    udvalgskode: committee.code,
    titel: model.title,
    aar: String(year),
    forrige_aar: String(year - 1),
    dato: bindWords(formatDateInProse(on)),
    balancedato: bindWords(formatDateInProse(model.balanceDate)),
    status: reportFacts(model).find(([label]) => label === 'Status')?.[1] ?? '',
    version: version === null ? '' : String(version.number),
    konti_afstemt: total?.accounts ?? '',
    kommune_opfoelgning: withMinus(figures.municipality.followUp),
    kommune_aeldre: withMinus(figures.municipality.older),
    udvalg_konti: figures.committee.findings,
    udvalg_opfoelgning: withMinus(figures.committee.followUp),
    udvalg_aeldre: withMinus(figures.committee.older),
    handleplaner: figures.committee.plans,
    overskredne: figures.committee.overdue,
    kategorier: figures.categories.map(({ category, accounts, net, previousAccounts, previousNet }) => ({
      kategori: category === null ? 'I alt' : `Kategori ${categoryWords(category)}`,
      konti: accounts,
      konti_forrige: previousAccounts,
      netto: withMinus(net),
      netto_forrige: withMinus(previousNet),
    })),
    udkast: failing.map(({ message }) => ({ kontrol: bindWords(withMinus(message)) })),
  };
}

/**
 * The cover note (*indstilling*) of a report for the agenda of its committee, from a template that findTemplateFault has
 * nothing against. The same model, figures and day give the same bytes.
 */
export function renderCoverNote(
  template: Uint8Array,
  model: ReportModel,
  figures: KeyFigures,
  on: IsoDate,
): Uint8Array {
  const filled = openTemplate(template)
    .render(toCoverNote(model, figures, on))
    .getZip();
  const parts = new Map<string, Uint8Array>();
  for (const [name, part] of Object.entries(filled.files)) if (!part.dir) parts.set(name, part.asUint8Array());
  parts.set(CORE, new TextEncoder().encode(writeCore(model)));
  return packParts(parts);
}

const CORE = 'docProps/core.xml';
/** Word wants to meet it first. */
const TYPES = '[Content_Types].xml';
/** The oldest day that a zip archive can name, in the time of whatever place it is made in. */
const UNDATED = new Date(1980, 0, 1);

function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].sort((left, right) =>
    left === TYPES ? -1 : right === TYPES ? 1 : left < right ? -1 : 1,
  );
  const entries = names.map((name) => [name, parts.get(name) ?? new Uint8Array()] as const);
  return zipSync(Object.fromEntries(entries), { mtime: UNDATED, level: 6 });
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What the document tells of itself to who does not open it. */
function writeCore(model: ReportModel): string {
  const at = documentDate(model).toISOString().replace('.000Z', 'Z');
  const title = escapeXml(`Indstilling: ${model.title}, ${model.committee.name}`);
  const creator = escapeXml(model.municipality);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:subject>${escapeXml(model.runningHead)}</dc:subject><dc:creator>${creator}</dc:creator><dc:language>da-DK</dc:language><cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
