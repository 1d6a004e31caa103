import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

type NoticeTone = 'information' | 'good' | 'attention' | 'bad';

const ICONS: Record<NoticeTone, IconName> = {
  information: 'information',
  good: 'done',
  attention: 'warning',
  bad: 'warning',
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: string;
  /** Reads itself out when it appears: for the answer to what a person just did. */
  live?: boolean;
  children?: ReactNode;
}

/** What a person must know here: an answer, a warning, a fact about the page. */
export function Notice({ tone = 'information', title, live = false, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[tone]} className={styles.icon} />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
