import { useTranslations } from 'next-intl';
import type { Presence } from '#lib/services/note-presence.ts';
import styles from './presence-line.module.css';

/** Who else has the account open, in words. */
export function PresenceLine({ others }: Pick<Presence, 'others'>) {
  const t = useTranslations('account.presence');
  return (
    <p role="status" className={styles.presence}>
      {others.map(({ name, typing }) => (
        <span key={name} data-typing={typing}>
          {t(typing ? 'typing' : 'open', { name })}
        </span>
      ))}
    </p>
  );
}
