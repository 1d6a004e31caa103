'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { placeOf } from '../places.ts';
import { useHelpDesk } from './help-desk.tsx';
import styles from './tour.module.css';

/** Whoever's word does not come through is offered the tour once more. */
function remember(): void {
  void fetch('/api/tour', { method: 'POST', keepalive: true }).catch(() => undefined);
}

/** The tour, offered in a line over the first page one comes to, once. An answer, or going on, is remembered. */
export function TourOffer() {
  const t = useTranslations('tour');
  const { goToStep, step } = useHelpDesk();
  const isHere = placeOf(usePathname()) === 'overview';
  const [isOver, setIsOver] = useState(false);
  const wasShown = useRef(false);
  const isShown = isHere && !isOver && step === null;

  useEffect(() => {
    if (isShown) wasShown.current = true;
    else if (wasShown.current && !isOver) {
      setIsOver(true);
      remember();
    }
  }, [isShown, isOver]);

  if (!isShown) return null;
  const answer = (takes: boolean) => {
    setIsOver(true);
    remember();
    if (takes) goToStep(0);
  };
  return (
    <aside aria-label={t('title')} className={styles.offer}>
      <span>{t('offer')}</span>
      <Button kind="quiet" onClick={() => answer(true)}>
        {t('start')}
      </Button>
      <Button kind="quiet" onClick={() => answer(false)}>
        {t('decline')}
      </Button>
    </aside>
  );
}
