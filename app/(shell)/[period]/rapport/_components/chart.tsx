import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { withMinus } from '#lib/format/minus.ts';
import type { PageChart } from '#lib/render/page/lay-out-page.ts';
import styles from './chart.module.css';

/** A chart of the report: each bar with its name and its figure. What it shows is said in words, too. */
export function Chart({ chart }: { chart: PageChart }) {
  const { title, unit, alternativeText, textSize, width, height, bars, texts, axes } = chart;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {title}
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
      </figcaption>
      <ScrollBox label={title}>
        <svg
          role="img"
          aria-label={alternativeText}
          viewBox={`-1 -1 ${width + 2} ${height + 4}`}
          fontSize={textSize}
          className={styles.drawing}
        >
          {bars.map((bar) => (
            <rect
              key={`${bar.x},${bar.y}`}
              x={bar.x}
              y={bar.y}
              width={bar.width}
              height={bar.height}
              data-tone={bar.tone}
              className={styles.bar}
            />
          ))}
          {axes.map(({ x, from, to }) => (
            <line key={`${x},${from}`} x1={x} y1={from} x2={x} y2={to} className={styles.axis} />
          ))}
          {texts.map((word) => (
            <text
              key={`${word.x},${word.baseline}`}
              x={word.x}
              y={word.baseline}
              textAnchor={word.anchor}
              data-role={word.role}
              className={styles.word}
            >
              {withMinus(word.text)}
            </text>
          ))}
        </svg>
      </ScrollBox>
    </figure>
  );
}
