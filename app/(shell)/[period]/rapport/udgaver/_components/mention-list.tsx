import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { Mention, WrittenPlace } from '#lib/report/find-mentions.ts';
import { numbered } from '../../_components/numbered.ts';
import styles from './editions.module.css';

/** Where people wrote of what the open edition leaves out. */
export function MentionList({ mentions }: { mentions: readonly Mention[] }) {
  const t = useTranslations('editions');
  const texts = useTranslations('report.textPlaces');
  if (mentions.length === 0) return null;
  const tell = (where: WrittenPlace) => {
    switch (where.kind) {
      case 'text':
        return texts(where.place);
      case 'plan':
        return where.account === '' ? t('mentionPlaces.anyPlan') : t('mentionPlaces.plan', { account: where.account });
      case 'theme':
        return t('mentionPlaces.theme', { theme: where.theme });
      case 'register':
        return t('mentionPlaces.register', { title: where.title });
      default:
        return t(`mentionPlaces.${where.kind}`);
    }
  };
  return (
    <Notice tone="attention" title={t('mentionsTitle')}>
      <ul className={styles.mentions}>
        {numbered(mentions).map(({ key, part: { where, words } }) => (
          <li key={key}>{t('mention', { place: tell(where), words })}</li>
        ))}
      </ul>
    </Notice>
  );
}
