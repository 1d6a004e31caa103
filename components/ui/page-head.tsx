import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  title: string;
  /** What is shown, in a sentence. */
  lead?: ReactNode;
  /** Where the page lies, when it lies deep. */
  breadcrumb?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: its name, a sentence of what is shown, what can be done to the whole. */
export function PageHead({ title, lead, breadcrumb, actions }: PageHeadProps) {
  return (
    <div className={styles.head}>
      {breadcrumb}
      <div className={styles.line}>
        <h1>{title}</h1>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {lead && <div className={styles.lead}>{lead}</div>}
    </div>
  );
}
