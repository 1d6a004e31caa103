import styles from './category-shape.module.css';

/** The mark of a category beside its words, which say it all. */
export function CategoryShape({ category }: { category: 1 | 2 | 3 }) {
  return (
    <svg className={styles.shape} width="9" height="9" viewBox="0 0 8 8" aria-hidden="true">
      <ShapeAt category={category} x={0} y={0} side={8} />
    </svg>
  );
}

/** The same mark as a part of a drawing, with its top left corner at (x, y). */
export function ShapeAt({ category, x, y, side }: { category: 1 | 2 | 3; x: number; y: number; side: number }) {
  const half = side / 2;
  if (category === 1) return <circle className={styles.one} cx={x + half} cy={y + half} r={half} />;
  if (category === 3) return <rect className={styles.three} x={x} y={y} width={side} height={side} />;
  return <path className={styles.two} d={`M${x} ${y + side}L${x + half} ${y}L${x + side} ${y + side}Z`} />;
}
