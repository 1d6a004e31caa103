import type { PdfNode, Vector } from 'pdfmake';
import { BOX_HEIGHT, LABEL_SIZE, MARK_SIDE, type PlacedBox, placeFigure } from '#lib/render/figure.ts';
import type { ConceptsFigure } from '#lib/report/model.ts';
import { categoryMark, HAIRLINE, INK, moveVector, QUIET, text } from './style.ts';

function boxVectors(box: PlacedBox): Vector[] {
  const frame: Vector = {
    type: 'rect',
    x: box.x,
    y: box.y,
    w: box.width,
    h: BOX_HEIGHT,
    lineWidth: 0.8,
    lineColor: HAIRLINE,
  };
  if (!box.mark) return [frame];
  return [frame, moveVector(categoryMark(box.mark.category, MARK_SIDE), box.mark.x, box.mark.y)];
}

/** The figure of concepts, drawn: lines and boxes as vectors, words as text that can be read and searched. */
export function layFigure(caption: string, figure: ConceptsFigure): PdfNode {
  const { boxes, links } = placeFigure(figure);
  const lines = links.map((points): Vector => ({ type: 'polyline', points, lineWidth: 0.8, lineColor: HAIRLINE }));
  const words = boxes.flatMap((box) =>
    box.lines.map((line) =>
      text(line.text, {
        fontSize: LABEL_SIZE,
        lineHeight: 1,
        bold: !line.isDetail,
        color: line.isDetail ? QUIET : INK,
        relativePosition: { x: line.x, y: line.y },
      }),
    ),
  );
  return {
    unbreakable: true,
    stack: [
      text(caption, { tag: { type: 'Caption' }, fontSize: 9, bold: true, margin: [0, 8, 0, 8] }),
      {
        tag: { type: 'Figure', alt: figure.alternativeText },
        stack: [...words, { canvas: [...lines, ...boxes.flatMap(boxVectors)], margin: [0, 0, 0, 14] }],
      },
    ],
  };
}
