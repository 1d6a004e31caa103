'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { TypedOn } from '#lib/schemas/draft.ts';
import { useThisPage } from '../../../../_components/this-page.ts';
import styles from './form-notices.module.css';
import { MergePanel } from './merge-panel.tsx';
import type { useAccountForm } from './use-account-form.ts';

interface FormNoticesProps {
  form: ReturnType<typeof useAccountForm>;
  /** Who stored the account last; '' where that is not known. */
  changedBy: string;
}

/** What one must know or decide before one goes on: another's change, or a draft from another time or place. */
export function FormNotices({ form, changedBy }: FormNoticesProps) {
  const t = useTranslations('account');
  const pathname = usePathname();
  const page = useThisPage();
  const { behind, comparing, other, restored, keeping, draft } = form;
  const person = comparing?.person ?? (changedBy === '' ? t('merge.somebody') : changedBy);
  const where = (on: TypedOn) => (on.browser === page?.browser ? t('kept.here') : t('kept.on', { name: on.name }));

  if (behind && comparing) {
    return (
      <MergePanel
        takesFocus={comparing.pressed}
        title={t('merge.title', { person })}
        text={t('merge.text')}
        other={person}
        base={behind.base}
        mine={draft}
        theirs={behind.theirs}
        applyLabel={comparing.submit === null ? t('merge.apply') : t('merge.save')}
        onApply={form.applyMerge}
        adoptLabel={t('merge.adopt')}
        onAdopt={form.discard}
      />
    );
  }
  if (other) {
    return (
      <MergePanel
        takesFocus={false}
        title={t('elsewhere.title', { where: where(other.content.on), at: formatDateTime(other.at) })}
        text={t('elsewhere.text')}
        other={t('elsewhere.there')}
        base={other.base}
        mine={draft}
        theirs={other.content.draft}
        applyLabel={t('merge.apply')}
        onApply={form.applyOther}
        adoptLabel={t('elsewhere.keep')}
        onAdopt={form.keepMine}
      />
    );
  }
  return (
    <>
      {comparing && (
        <Notice tone="bad" live title={t('merge.title', { person })}>
          <p>{t('merge.fetching')}</p>
        </Notice>
      )}
      {behind && (
        <Notice tone="attention" live title={t('merge.title', { person })}>
          <p>{t('merge.behind')}</p>
          <div className={styles.buttons}>
            <Button onClick={form.compare}>{t('merge.compare')}</Button>
          </div>
        </Notice>
      )}
      {restored && (
        <Notice tone="information" live title={t('kept.title', { at: formatDateTime(restored.at) })}>
          <p>{t('kept.text', { where: where(restored.on) })}</p>
          <div className={styles.buttons}>
            <Button onClick={form.discard}>{t('kept.forget')}</Button>
          </div>
        </Notice>
      )}
      {keeping === 'signed-out' && (
        <Notice tone="attention" live title={t('kept.signedOut')}>
          <p>
            {t('kept.signedOutText')} <a href={`/log-ind?til=${encodeURIComponent(pathname)}`}>{t('kept.signIn')}</a>
          </p>
        </Notice>
      )}
      {(keeping === 'nowhere' || keeping === 'refused') && (
        <Notice tone="bad" live title={t(`kept.${keeping}`)}>
          <p>{t(`kept.${keeping}Text`)}</p>
        </Notice>
      )}
    </>
  );
}
