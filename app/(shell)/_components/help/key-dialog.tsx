'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '#components/ui/dialog.tsx';
import { PLACES, type PlaceId } from '../places.ts';
import { KeyList } from './key-list.tsx';
import styles from './keys.module.css';
import { KEY_GROUP_IDS } from './keys.ts';

interface KeyDialogProps {
  open: boolean;
  onClose: () => void;
  places: readonly PlaceId[];
}

/** Every key there is, on one sheet. */
export function KeyDialog({ open, onClose, places }: KeyDialogProps) {
  const t = useTranslations('nav');
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')} wide>
      <div className={styles.columns}>
        {KEY_GROUP_IDS.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{t(`keys.groups.${group}`)}</h3>
            <KeyList group={group} />
          </section>
        ))}
        <section className={styles.group}>
          <h3>{t('keys.groups.places')}</h3>
          <dl className={styles.keys}>
            {PLACES.filter(({ id }) => places.includes(id)).map((place) => (
              <div key={place.id}>
                <dt>
                  <kbd>g</kbd> {t('keys.then')} <kbd>{place.letter}</kbd>
                </dt>
                <dd>{t(place.id)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
