import { html, type Markup } from '#lib/render/html/markup.ts';
import { FRONT_PAGE, SEARCH_INDEX, SEARCH_SCRIPT, STYLE_SHEET } from './site.ts';

interface Frame {
  title: string;
  /** The way up to the front page's folder: '' or `../`. */
  root: '' | '../';
  /** `«Kommune» – Regnskab «år»`, as on the printed pages. */
  runningHead: string;
  /** The page's own folder; '' for the front page. */
  folder: string;
  logo: { file: string; alternativeText: string; width: number; height: number } | null;
  body: Markup;
}

/** Heights of the logo in the pages' head, in pixels. */
const LOGO_HEIGHT = 40;

/**
 * What all pages of the web edition have around them. The script adds the search to its empty place; without it there
 * is nothing that does not work.
 */
export function writePage({ title, root, runningHead, folder, logo, body }: Frame): string {
  const image = logo
    ? html`<img src="${root}${logo.file}" alt="${logo.alternativeText}" width="${Math.round((logo.width / logo.height) * LOGO_HEIGHT)}" height="${LOGO_HEIGHT}">`
    : null;
  const home =
    folder === '' ? html`<span>${runningHead}</span>` : html`<a href="${root}${FRONT_PAGE}">${runningHead}</a>`;
  const page = html`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="${root}${STYLE_SHEET}">
<script defer src="${root}${SEARCH_INDEX}"></script>
<script defer src="${root}${SEARCH_SCRIPT}"></script>
</head>
<body>
<a class="skip" href="#hovedindhold">Gå til indholdet</a>
<header class="site">${image}<p>${home}</p><div class="search" data-root="${root}" data-folder="${folder}"></div></header>
${body}
</body>
</html>
`;
  return page.html;
}
