import { useTranslations } from 'next-intl';
import type { Shell } from '#lib/services/get-shell.ts';
import type { Theme } from '../../preferences.ts';
import { HelpBar } from './help/help-bar.tsx';
import { TourOffer } from './help/tour-offer.tsx';
import { PeriodSelect } from './period-select.tsx';
import { PersonMenu } from './person-menu.tsx';
import type { PlaceId } from './places.ts';
import { Preferences } from './preferences.tsx';
import styles from './top-bar.module.css';
import type { KeptWork } from './unsaved-lines.ts';
import { UnsavedWork } from './unsaved-work.tsx';

interface TopBarProps {
  shell: Shell;
  theme: Theme;
  /** Those that the person may go to. */
  places: readonly PlaceId[];
  /** What the person has typed and not saved. */
  drafts: KeptWork;
}

/** What is always true of the page: whose accounts, which period, who acts. */
export function TopBar({ shell, theme, places, drafts }: TopBarProps) {
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
        <UnsavedWork personId={shell.actor.personId} drafts={drafts} />
        <PersonMenu actor={shell.actor} />
        <Preferences theme={theme} />
        <HelpBar places={places} periods={shell.periods.map(({ id }) => id)} />
      </div>
      {shell.offersTour && <TourOffer />}
    </header>
  );
}
