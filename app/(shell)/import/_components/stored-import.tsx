import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import styles from './import.module.css';
import { useFocusOnce } from './use-focus-once.ts';
import type { Step } from './use-import.ts';

/** That an import is stored, what came of it, and where one goes on. */
export function StoredImport({ step: { view, importId, rules } }: { step: Extract<Step, { name: 'stored' }> }) {
  const t = useTranslations('import.stored');
  const heading = useFocusOnce();
  const changes = view.files.reduce((sum, file) => sum + file.groups.reduce((own, { count }) => own + count, 0), 0);
  return (
    <section className={styles.outcome}>
      <h2 ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <Notice tone="good">
        {t('text', {
          files: view.files.length,
          period: view.periodId,
          changes,
          number: formatCount(changes),
        })}
        {rules
          .filter(({ logged }) => logged > 0)
          .map(({ ruleId, name, logged }) => (
            <p key={ruleId}>{t('rule', { name, count: logged, number: formatCount(logged) })}</p>
          ))}
      </Notice>
      <div className={styles.actions}>
        <ButtonLink kind="primary" icon="accounts" href={`/${view.periodId}/konti` as Route}>
          {t('accounts')}
        </ButtonLink>
        <ButtonLink icon="report" href={`/${view.periodId}/rapport` as Route}>
          {t('report')}
        </ButtonLink>
        <ButtonLink href={`/import/${importId}` as Route}>{t('history')}</ButtonLink>
      </div>
    </section>
  );
}
