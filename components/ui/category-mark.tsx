import { useTranslations } from 'next-intl';
import type { Category } from '#lib/domain/category.ts';
import styles from './category-mark.module.css';

interface CategoryMarkProps {
  /** null: not started. */
  category: Category | null;
  /** In a grid one word has to do; the whole one is shown as a tooltip. */
  short?: boolean;
}

/** A category by mark, number and word: never by colour alone. */
export function CategoryMark({ category, short = false }: CategoryMarkProps) {
  const t = useTranslations('ui');
  const word = t(`category.${category ?? 0}`);
  return (
    <span className={styles.category} data-category={category ?? 0} title={short ? word : undefined}>
      <svg className={styles.mark} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {category === 1 && <circle cx="5" cy="5" r="4.25" fill="currentColor" />}
        {category === 2 && <path d="M5 0.5 9.75 9.25H0.25Z" fill="currentColor" />}
        {category === 3 && <rect x="0.75" y="0.75" width="8.5" height="8.5" fill="currentColor" />}
        {category === null && <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      </svg>
      {category !== null && <span className={styles.number}>{category}</span>}
      <span>{short ? t(`categoryShort.${category ?? 0}`) : word}</span>
    </span>
  );
}
