import type { Brand } from '#lib/domain/brand.ts';
import { STYLES, writeAccent } from '#lib/render/html/styles.ts';

/** Where the fonts of the web edition lie, and the files that they come from. */
export const FONT_FILES = ['ibm-plex-sans-latin-400-normal.woff2', 'ibm-plex-sans-latin-600-normal.woff2'] as const;
export const FONT_FOLDER = 'skrift';

const face = (file: string, weight: number) =>
  `@font-face { font-family: "IBM Plex Sans"; src: url("${FONT_FOLDER}/${file}") format("woff2"); font-weight: ${weight}; font-display: swap; }`;

const OWN = `
body { max-width: none; padding: 0 0 4rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 3; }
.skip:focus { top: 0.5rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main:focus-visible { outline: none; }
.site { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.75rem 1.5rem; border-bottom: 1px solid var(--line);
  background: var(--paper); position: sticky; top: 0; z-index: 2; }
.site p { margin: 0; font-weight: 600; flex: 1 1 12rem; max-width: none; } .site p a { color: inherit; text-decoration: none; } .site p a:hover { text-decoration: underline; }
.site img { height: 2.5rem; width: auto; background: #fff; padding: 2px; }
.kicker { color: var(--quiet); margin: 0; } h1 { margin-bottom: 0.75rem; }
.tag { display: inline-block; border: 1.5px solid currentColor; padding: 0 0.4em; font-size: 0.75rem; font-weight: 600; letter-spacing: 0.05em; vertical-align: middle; }
.front, .report { margin: 0 auto; max-width: 90rem; padding: 2rem 1.5rem 0; } .front { max-width: 72rem; }
.report { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3rem; }
.top, .aside, article { min-width: 0; } .path { font-size: 0.875rem; margin-bottom: 1rem; }
.contents h2 { font-size: 0.875rem; margin: 0 0 0.5rem; } .contents { font-size: 0.875rem; line-height: 1.35; margin-bottom: 2rem; }
.contents li { padding: 0.15rem 0; } .contents .level-2 { padding-left: 1rem; } .contents a { text-decoration: none; } .contents a:hover { text-decoration: underline; }
.others ul, .files { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; margin: 0; }
.others { margin: 1rem 0; border-block: 1px solid var(--line); padding: 0.5rem 0; font-size: 0.875rem; } .others [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
main .top > .files { margin: 0.75rem 0; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: 1rem 0 1.5rem; }
.figures dd { font-size: 1.75rem; line-height: 1.2; } .figures .unit { font-size: 0.875rem; color: var(--quiet); }
.front table { min-width: min(100%, 40rem); } .front td, .front th { padding-block: 0.3rem; vertical-align: baseline; }
.total th, .total td { font-weight: 600; border-top: 1px solid var(--ink); }
td a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 0.15em; } td a:hover { color: var(--accent); }
article { overflow-wrap: break-word; } .report .contents { margin-top: 0.25rem; }
h2, h3, h4, .card, .wide { scroll-margin-top: 6.5rem; }
:target { outline: 2px solid var(--accent); outline-offset: 0.35rem; } main:target { outline: none; }
.search { position: relative; flex: 0 1 24rem; min-width: min(100%, 16rem); }
.search label { font-size: 0.8125rem; color: var(--quiet); display: block; }
.search input { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); padding: 0.35rem 0.6rem; }
.search .found { position: absolute; inset-inline: 0; top: 100%; background: var(--paper); border: 1px solid var(--line); border-top: 0; max-height: min(70vh, 36rem);
  overflow-y: auto; box-shadow: 0 6px 18px rgb(0 0 0 / 0.18); padding: 0.5rem 0; }
.search .found:empty { display: none; } .search .count { margin: 0; padding: 0 0.75rem; font-weight: 400; font-size: 0.8125rem; color: var(--quiet); }
.search .count:empty { display: none; }
.search ol { list-style: none; margin: 0; padding: 0; } .search li a { display: block; padding: 0.4rem 0.75rem; text-decoration: none; color: var(--ink); }
.search li a:hover, .search li a:focus { background: color-mix(in srgb, var(--accent) 14%, var(--paper)); outline-offset: -2px; }
.search .where { display: block; font-weight: 600; font-size: 0.875rem; color: var(--accent); } .search .what { display: block; font-size: 0.8125rem; line-height: 1.4; }
.search .page { color: var(--quiet); font-weight: 400; } .search mark { background: none; color: inherit; font-weight: 600; text-decoration: underline; }
@media (max-width: 48rem) { .site { position: static; } h2, h3, h4, .card, .wide { scroll-margin-top: 1rem; } }
@media (min-width: 70rem) {
  .report { grid: "aside top" auto "aside article" 1fr / 16rem minmax(0, 1fr); }
  .top { grid-area: top; } article { grid-area: article; }
  .aside { grid-area: aside; position: sticky; top: 5rem; align-self: start; max-height: calc(100vh - 6rem); overflow-y: auto; }
}
@media print {
  .site { position: static; padding: 0 0 4mm; } .search, .skip, .path, .others, .files { display: none; }
  .front, .report { padding: 0; display: block; max-width: none; } .aside { position: static; max-height: none; }
  td a { text-decoration: none; } :target { outline: none; }
}
`;

/** The web edition's style sheet: the single page's, the frame around it, and the municipality's colour. */
export function writeStyles(brand: Brand): string {
  const faces = FONT_FILES.map((file) => face(file, file.includes('600') ? 600 : 400)).join('\n');
  return `${faces}\n${STYLES}${OWN}${writeAccent(brand)}`;
}
