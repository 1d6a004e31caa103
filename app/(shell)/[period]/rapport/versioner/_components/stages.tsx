import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { VersionsPage } from '#lib/services/get-versions-page.ts';
import styles from './versions.module.css';

const STAGES = ['udkast', 'klar', 'endelig', 'offentliggjort'] as const;

/** How far the report is: that of its newest version while nothing has changed since, else its own. */
export function Stages({ page: { status, versions, isChanged } }: { page: VersionsPage }) {
  const t = useTranslations('versions');
  const [latest] = versions;
  const stage = latest && !isChanged ? (latest.status === 'published' ? 'offentliggjort' : 'endelig') : status;
  const reached = STAGES.indexOf(stage);
  return (
    <ol className={styles.stages} aria-label={t('stagesLabel')}>
      {STAGES.map((one, index) => (
        <li
          key={one}
          className={styles.stage}
          data-reached={index <= reached}
          aria-current={index === reached ? 'step' : undefined}
        >
          <span className={styles.mark}>{index < reached ? <Icon name="done" /> : index + 1}</span>
          <span>
            <span className={styles.stageName}>{t(`stages.${one}`)}</span>
            <span className={styles.stageText}>{t(`stageTexts.${one}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
