import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  /** Why it is empty. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  /** 1 where the empty state is the whole page. */
  level?: 1 | 2;
}

/** Says why there is nothing here, and offers the next step. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.why}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
