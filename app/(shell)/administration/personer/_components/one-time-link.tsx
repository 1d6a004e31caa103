'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import styles from '../../../_components/person.module.css';
import type { LinkMade } from '../actions.ts';

/** A one-time link, shown to whoever made it, once: it is theirs to hand on. */
export function OneTimeLink({ link }: { link: LinkMade }) {
  const t = useTranslations('people.link');
  return (
    <Notice tone="good" title={t('title')} live>
      <p>{t('help', { until: formatDateTime(link.expiresAt) })}</p>
      <p className={styles.link}>{`${window.location.origin}${link.path}`}</p>
    </Notice>
  );
}
