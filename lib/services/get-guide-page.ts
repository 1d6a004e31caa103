import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '#lib/format/messages.ts';

/** The pages of the user guide, in reading order. The names are their addresses in both languages. */
export const GUIDE_PAGES = [
  'kom-i-gang',
  'log-ind',
  'import',
  'afstemning',
  'godkendelse',
  'dokumentation',
  'opfoelgning',
  'fordeling',
  'paamindelser',
  'perioder',
  'registre',
  'rapport',
  'rapporttekster',
  'versioner',
  'alle-rapporter',
  'revisionsspor',
] as const;
type GuidePageName = (typeof GUIDE_PAGES)[number];

export interface GuidePage {
  name: GuidePageName;
  /** The page's first heading. */
  title: string;
  /** Markdown without the first heading. */
  text: string;
}

/** A page of the guide in `language`; null where there is none of that name. The guide is the same for everybody. */
export async function getGuidePage(
  language: Language,
  name: string,
  projectRoot = process.cwd(),
): Promise<GuidePage | null> {
  const known = GUIDE_PAGES.find((page) => page === name);
  if (known === undefined) return null;
  const file = await readFile(path.join(projectRoot, 'docs', 'guide', language, `${known}.md`), 'utf8');
  const match = /^# (.+)\n/.exec(file);
  return { name: known, title: match?.[1] ?? known, text: file.slice(match?.[0].length ?? 0) };
}

/** All pages of the guide in `language`, in reading order. */
export async function listGuidePages(language: Language, projectRoot = process.cwd()): Promise<GuidePage[]> {
  const pages = await Promise.all(GUIDE_PAGES.map((name) => getGuidePage(language, name, projectRoot)));
  return pages.filter((page) => page !== null);
}
