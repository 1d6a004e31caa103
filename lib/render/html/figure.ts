import { BOX_HEIGHT, FIGURE_WIDTH, LABEL_SIZE, MARK_SIDE, type PlacedBox, placeFigure } from '#lib/render/figure.ts';
import type { ConceptsFigure } from '#lib/report/model.ts';
import { html, type Markup } from './markup.ts';

/** The mark of a category (look.md) with its top left corner at (x, y). */
export function markShape(category: 1 | 2 | 3, x: number, y: number, side: number): Markup {
  const half = side / 2;
  if (category === 1) return html`<circle class="c1" cx="${x + half}" cy="${y + half}" r="${half}"/>`;
  if (category === 3) return html`<rect class="c3" x="${x}" y="${y}" width="${side}" height="${side}"/>`;
  return html`<path class="c2" d="M${x} ${y + side}L${x + half} ${y}L${x + side} ${y + side}Z"/>`;
}

function writeBox(box: PlacedBox): Markup {
  const words = box.lines.map(
    (line) =>
      html`<text class="${line.isDetail ? 'detail' : 'label'}" x="${line.x}" y="${line.y + LABEL_SIZE}">${line.text}</text>`,
  );
  const mark = box.mark ? markShape(box.mark.category, box.mark.x, box.mark.y, MARK_SIDE) : null;
  return html`<rect class="line" x="${box.x}" y="${box.y}" width="${box.width}" height="${BOX_HEIGHT}"/>${mark}${words}`;
}

/** The figure of concepts as inline SVG, with the model's text alternative. */
export function writeFigure(caption: string, figure: ConceptsFigure): Markup {
  const { height, boxes, links } = placeFigure(figure);
  const lines = links.map(
    (points) => html`<polyline class="line" points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>`,
  );
  return html`<figure><figcaption>${caption}</figcaption><div class="wide" tabindex="0" role="region" aria-label="${caption}"><svg role="img" aria-label="${figure.alternativeText}" viewBox="-1 -1 ${FIGURE_WIDTH + 2} ${height + 2}">${lines}${boxes.map(writeBox)}</svg></div></figure>`;
}
