import { accentOf, type Brand } from '#lib/domain/brand.ts';

/** The page's own style sheet: light and dark by the reader's choice, dark ink on white on paper. */
export const STYLES = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1f22; --quiet: #50585c; --line: #a3abaf; --accent: #0b4a58; --bar: #d3dde0;
  --c1: #2e6b3c; --c2: #8f5500; --c3: #a3221b; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181a; --ink: #e8ecee; --quiet: #a9b2b6; --line: #59646a;
  --accent: #7cc4d4; --bar: #25373d; --c1: #7fc08f; --c2: #e0a64c; --c3: #f0837a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "IBM Plex Sans", "Segoe UI", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 0.5em; }
h1 { font-size: 1.75rem; margin-top: 0.25em; } h2 { font-size: 1.4rem; color: var(--accent); } h3 { font-size: 1.15rem; } h4 { font-size: 1rem; }
p, ul { max-width: 42rem; margin: 0 0 0.75em; }
a { color: var(--accent); }
.number { margin-right: 0.5em; }
.quiet, .notes, dt, th .unit { color: var(--quiet); }
.running { border-bottom: 1px solid var(--line); padding-bottom: 0.5rem; margin-bottom: 3rem; }
.draft { border: 2px solid currentColor; padding: 0.75rem 1rem; max-width: 42rem; margin: 1.5rem 0; }
.draft strong { letter-spacing: 0.05em; }
.contents ol { list-style: none; padding: 0; margin: 0; } .contents .level-2 { padding-left: 1.5rem; } .contents .level-1 { font-weight: 600; }
.wide { position: relative; overflow-x: auto; margin: 1.25rem 0 0; animation: edge linear both; animation-timeline: scroll(self inline); }
.wide:focus-visible { animation: none; }
@keyframes edge { 0%, 98% { mask-image: linear-gradient(to left, transparent, #000 2rem); } }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.35; }
caption { text-align: left; white-space: nowrap; font-weight: 600; padding-bottom: 0.4rem; }
caption .unit { font-weight: 400; color: var(--quiet); margin-left: 0.5em; }
th, td { padding: 0.15rem 0.9rem 0.15rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
td { white-space: pre-line; }
.n { text-align: right; white-space: nowrap; } .nil { color: var(--quiet); } th.n { white-space: normal; }
thead { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
thead th { font-weight: 600; vertical-align: bottom; } thead th:first-child { white-space: nowrap; }
.facts p { margin: 0; overflow-wrap: anywhere; }
tbody { border-bottom: 2px solid var(--ink); }
tfoot { border-bottom: 2px solid var(--ink); } tfoot th, tfoot td { font-weight: 600; }
.written table:not(:has(thead)) { border-top: 2px solid var(--ink); }
table:has(tfoot) tbody { border-bottom-width: 1px; }
.notes { font-size: 0.8125rem; margin: 0.4rem 0 1.5rem; padding: 0; list-style: none; }
.written { white-space: pre-line; } ol.written { max-width: 42rem; margin: 0 0 0.75em; }
.wide.written { white-space: normal; margin: 0.75rem 0 1.25rem; } .written thead th:first-child { white-space: normal; }
.footnotes { max-width: 42rem; padding-top: 0.4rem; border-top: 1px solid var(--line); }
sup { line-height: 0; } sup a, .footnotes a:has(sup) { text-decoration: none; }
figure { margin: 1.5rem 0; } figcaption { font-weight: 600; margin-bottom: 0.75rem; }
figure svg { width: 100%; max-width: 46rem; height: auto; font-size: 9px; fill: var(--ink); }
svg .line { fill: none; stroke: var(--line); stroke-width: 0.8; }
figure .wide { margin: 0; } figure svg { min-width: 40.5rem; } figure.chart svg { min-width: 43rem; font-size: 8.5px; } svg .title, svg .series { fill: var(--quiet); }
figcaption .unit { font-weight: 400; color: var(--quiet); margin-left: 0.5em; }
.bar.dark { fill: var(--accent); } .bar.light { fill: var(--bar); stroke: var(--accent); stroke-width: 0.6; }
svg .detail { fill: var(--quiet); } svg .label { font-weight: 600; }
.mark { width: 0.65em; height: 0.65em; margin-right: 0.4em; }
.c1 { fill: var(--c1); } .c2 { fill: var(--c2); } .c3 { fill: var(--c3); }
.function { font-weight: 600; margin: 1.25rem 0 0.25rem; }
.card { border-top: 1px solid var(--line); padding: 0.5rem 0 1rem; }
.card header { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
.card header strong { flex: 1 1 20rem; } .card header dl { margin: 0; }
.card dl { display: grid; grid-template-columns: 8rem 1fr; gap: 0.15rem 1rem; margin: 0.35rem 0 0; font-size: 0.9375rem; }
.card header dl { grid-template-columns: auto auto; font-size: 0.875rem; }
dd { margin: 0; white-space: pre-line; } dd.n { white-space: nowrap; }
dd.steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.25rem 1.25rem; }
@media (max-width: 48rem) {
  caption { white-space: normal; } .wide table { min-width: 100%; }
  tbody th, tfoot th, thead th:first-child { position: sticky; left: 0; background: var(--paper); }
  .card dl { grid-template-columns: 6rem 1fr; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #333; --line: #888; --accent: #0b4a58; --bar: #d3dde0; --c1: #2e6b3c; --c2: #8f5500; --c3: #a3221b; }
  @page { size: A4; margin: 22mm 20mm 24mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; } table { font-size: 8pt; }
  .wide { overflow: visible; animation: none; } thead { display: table-header-group; } tfoot { display: table-row-group; }
  figure svg, figure.chart svg { min-width: 0; }
  tr, .card, figure { break-inside: avoid; } h1, h2, h3, h4, caption, .function { break-after: avoid; } .contents { break-after: page; }
  .notes { break-before: avoid; } caption { white-space: normal; } .wide table { min-width: 50%; }
  a { color: inherit; text-decoration: none; }
}
`;

/**
 * The municipality's colour in place of the product's, on white and on paper; nothing where it has none. A dark colour
 * could not be read on the dark page, which keeps its own.
 */
export function writeAccent(brand: Brand): string {
  if (brand.colour === null) return '';
  const root = `:root { --accent: ${accentOf(brand)}; }`;
  return `@media not (prefers-color-scheme: dark) { ${root} }\n@media print { ${root} }\n`;
}
