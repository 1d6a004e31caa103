import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { VersionsPage } from '#lib/services/get-versions-page.ts';
import { reportAddress } from '../../_components/addresses.ts';
import { FinalForm } from './final-form.tsx';
import { PublishForm } from './publish-form.tsx';
import styles from './versions.module.css';

/** What is to be done next with the report: what blocks it, its making final, or its publication. */
export function NextStep({ page }: { page: VersionsPage }) {
  const t = useTranslations('versions');
  const { blocking, versions, published, isChanged, mayKeep, year, committee, period } = page;
  const [latest] = versions;
  const address = { year, committee: committee.code };
  const isDue = latest === undefined || isChanged;
  return (
    <section className={styles.next} aria-label={t('nextLabel')}>
      {isChanged && latest && (
        <Notice tone="attention" title={t('changedTitle', { number: latest.number })}>
          <p>{t(latest.status === 'published' ? 'changedPublished' : 'changedFinal', { number: latest.number })}</p>
        </Notice>
      )}
      {isDue && blocking.length > 0 && (
        <Notice
          tone="attention"
          title={t('blockedTitle', { count: blocking.length, number: formatCount(blocking.length) })}
        >
          <ul className={styles.blocking}>
            {blocking.map(({ id, message }) => (
              <li key={id} lang="da">
                {message}
              </li>
            ))}
          </ul>
          <p>
            <Link href={reportAddress(period, committee.code)}>{t('toChecks')}</Link>
          </p>
        </Notice>
      )}
      {isDue && blocking.length === 0 && mayKeep && (
        <FinalForm {...address} next={(latest?.number ?? 0) + 1} replaces={published} />
      )}
      {!isDue && latest.status === 'final' && mayKeep && <PublishForm {...address} number={latest.number} />}
      {!isDue && latest.status === 'published' && <p>{t('allDone', { number: latest.number })}</p>}
      {!mayKeep && isDue && blocking.length === 0 && <p>{t('othersDecide')}</p>}
    </section>
  );
}
