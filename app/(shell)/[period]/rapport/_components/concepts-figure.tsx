import type { PageFigure } from '#lib/render/page/lay-out-page.ts';
import { ShapeAt } from './category-shape.tsx';
import styles from './concepts-figure.module.css';

/** The figure of concepts: the whole balance, its categories, items over and under one year. */
export function ConceptsFigure({ figure }: { figure: PageFigure }) {
  const { width, height, boxHeight, labelSize, markSide } = figure;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{figure.caption}</figcaption>
      <svg
        role="img"
        aria-label={figure.alternativeText}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
        className={styles.drawing}
      >
        {figure.links.map((points) => {
          const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
          return <polyline key={path} points={path} className={styles.line} />;
        })}
        {figure.boxes.map((box) => (
          <g key={`${box.x},${box.y}`}>
            <rect x={box.x} y={box.y} width={box.width} height={boxHeight} className={styles.box} />
            {box.mark && <ShapeAt {...box.mark} side={markSide} />}
            {box.lines.map((line) => (
              <text
                key={line.y}
                x={line.x}
                y={line.y + labelSize}
                fontSize={labelSize}
                className={line.isDetail ? styles.detail : styles.label}
              >
                {line.text}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}
