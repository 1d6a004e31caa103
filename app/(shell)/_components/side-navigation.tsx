'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { IntentLink } from '#components/ui/intent-link.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { useCurrentPeriod } from './current-period.tsx';
import { PLACES, type PlaceId, placeOf } from './places.ts';
import styles from './side-navigation.module.css';

interface SideNavigationProps {
  folded: boolean;
  /** Those that the person may go to. */
  places: readonly PlaceId[];
  /** How much waits for the person in *Mine opgaver*. */
  waiting: number;
  onChoose: () => void;
}

/** The places, as a list of links; folded, the words live in tooltips and in the accessible names. */
export function SideNavigation({ folded, places, waiting, onChoose }: SideNavigationProps) {
  const t = useTranslations('nav');
  const period = useCurrentPeriod();
  const here = placeOf(usePathname());
  return (
    <ul className={styles.list} data-folded={folded}>
      {PLACES.map((place) => {
        const address = place.address(period);
        if (address === null || !places.includes(place.id)) return null;
        return (
          <li key={place.id} className={place.id === 'import' ? styles.apart : undefined}>
            <IntentLink
              href={address}
              className={styles.link}
              aria-current={here === place.id ? 'page' : undefined}
              title={folded ? t(place.id) : undefined}
              onClick={onChoose}
            >
              <Icon name={place.icon} />
              <span className={styles.word}>{t(place.id)}</span>
              {place.id === 'tasks' && waiting > 0 && (
                <span
                  className={styles.waiting}
                  title={t('tasksWaiting', { count: waiting, number: formatCount(waiting) })}
                >
                  <span aria-hidden="true">{formatCount(waiting)}</span>
                  <VisuallyHidden>{t('tasksWaiting', { count: waiting, number: formatCount(waiting) })}</VisuallyHidden>
                </span>
              )}
            </IntentLink>
          </li>
        );
      })}
    </ul>
  );
}
