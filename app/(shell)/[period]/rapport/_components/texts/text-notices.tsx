'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { TypedOn } from '#lib/schemas/draft.ts';
import { useThisPage } from '../../../../_components/this-page.ts';
import styles from './text-desk.module.css';
import type { useTextDesk } from './use-text-desk.ts';

/** What one must know before one goes on: another's change, or a draft from another time or place. */
export function TextNotices({ desk }: { desk: ReturnType<typeof useTextDesk> }) {
  const t = useTranslations('reportTexts.notices');
  const page = useThisPage();
  const pathname = usePathname();
  const search = useSearchParams();
  const { told, keeping, other } = desk;
  const where = (on: TypedOn) => (on.browser === page?.browser ? t('here') : t('on', { name: on.name }));
  const here = `${pathname}?${search}`;

  return (
    <>
      {other && (
        <Notice
          tone="attention"
          live
          title={t('other', { at: formatDateTime(other.at), where: where(other.content.on) })}
        >
          <p>{t('otherText')}</p>
          <div className={styles.buttons}>
            <Button onClick={desk.joinOther}>{t('join')}</Button>
            <Button onClick={desk.keepMine}>{t('keepMine')}</Button>
          </div>
        </Notice>
      )}
      {told?.kind === 'restored' && (
        <Notice live title={t('restored', { at: formatDateTime(told.at) })}>
          <p>{t('restoredText', { where: where(told.on) })}</p>
          <div className={styles.buttons}>
            <Button onClick={desk.discard}>{t('forget')}</Button>
          </div>
        </Notice>
      )}
      {told?.kind === 'merged' && (
        <Notice live title={told.byName === '' ? t('merged') : t('mergedBy', { name: told.byName })} />
      )}
      {told?.kind === 'reopened' && <Notice tone="attention" live title={t('reopened')} />}
      {keeping === 'signed-out' && (
        <Notice tone="attention" live title={t('signedOut')}>
          <p>
            {t('signedOutText')} <a href={`/log-ind?til=${encodeURIComponent(here)}`}>{t('signIn')}</a>
          </p>
        </Notice>
      )}
      {(keeping === 'nowhere' || keeping === 'refused') && <Notice tone="bad" live title={t(keeping)} />}
    </>
  );
}
