import { useTranslations } from 'next-intl';
import styles from './keys.module.css';
import { KEY_GROUPS, type KeyGroupId } from './keys.ts';

/** The keys of one group, each with what it does. */
export function KeyList({ group }: { group: KeyGroupId }) {
  const t = useTranslations('nav.keys');
  return (
    <dl className={styles.keys}>
      {KEY_GROUPS[group].map((line) => (
        <div key={line.text}>
          <dt>
            {line.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {'or' in line && (
              <>
                {t('or')}
                {line.or.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </>
            )}
          </dt>
          <dd>{t(line.text)}</dd>
        </div>
      ))}
    </dl>
  );
}
