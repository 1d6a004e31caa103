import { useTranslations } from 'next-intl';
import type { Shell } from '#lib/services/get-shell.ts';
import type { Theme } from '../../preferences.ts';
import { KeyboardShortcuts } from './keyboard-shortcuts.tsx';
import { PeriodSelect } from './period-select.tsx';
import { PersonMenu } from './person-menu.tsx';
import type { PlaceId } from './places.ts';
import { Preferences } from './preferences.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  shell: Shell;
  theme: Theme;
  /** Those that the person may go to. */
  places: readonly PlaceId[];
}

/** What is always true of the page: whose accounts, which period, who acts. */
export function TopBar({ shell, theme, places }: TopBarProps) {
  const t = useTranslations('nav');
  return (
    <header>
      {shell.demo && <p className={styles.banner}>{t('demoBanner')}</p>}
      <div className={styles.bar}>
        <span className={styles.municipality}>{shell.installation.municipality}</span>
        <PeriodSelect periods={shell.periods} />
        {shell.narrowed && (
          <span className={styles.narrowed} title={t('narrowedHelp')}>
            {t('narrowed')}
          </span>
        )}
        <span className={styles.space} />
        <PersonMenu actor={shell.actor} />
        <Preferences theme={theme} />
        <KeyboardShortcuts places={places} />
      </div>
    </header>
  );
}
