'use client';

import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useCurrentPeriod } from '../current-period.tsx';
import type { PlaceId } from '../places.ts';
import { useHelpDesk } from './help-desk.tsx';
import styles from './tour.module.css';
import { type TourStep, tourSteps } from './tour-steps.ts';

/** How often, and how many times, one looks for what a step speaks of while its page loads. In ms. */
const LOOK_AGAIN = 100;
const MOST_LOOKS = 80;

/** The guided tour, while it is under way: a card beside the page, which stays as it is and can be used. */
export function Tour({ places }: { places: readonly PlaceId[] }) {
  const { step } = useHelpDesk();
  const steps = tourSteps(places, useCurrentPeriod());
  const current = step === null ? undefined : steps[step];
  return current && step !== null ? <TourCard current={current} step={step} count={steps.length} /> : null;
}

function TourCard({ current, step, count }: { current: TourStep; step: number; count: number }) {
  const t = useTranslations('tour');
  const { goToStep } = useHelpDesk();
  const router = useRouter();
  const path = usePathname();
  const titleId = useId();
  const textId = useId();
  const card = useRef<HTMLDivElement>(null);
  const { address, target, id } = current;
  const isLast = step === count - 1;

  const goTo = useEffectEvent((place: Route) => path === place || router.push(place));
  useEffect(() => {
    goTo(address);
  }, [address]);
  // Whoever hears the page hears each step.
  useEffect(() => {
    if (step >= 0) card.current?.focus({ preventScroll: true });
  }, [step]);
  useMarked(target, path);

  return (
    <div
      ref={card}
      role="dialog"
      tabIndex={-1}
      aria-labelledby={titleId}
      aria-describedby={textId}
      className={styles.card}
      onKeyDown={(event) => {
        if (event.key === 'Escape') goToStep(null);
      }}
    >
      <p className={styles.count}>{t('count', { step: step + 1, count })}</p>
      <h2 id={titleId}>{t(`steps.${id}.title`)}</h2>
      <p id={textId}>{t(`steps.${id}.text`)}</p>
      <div className={styles.acts}>
        {!isLast && (
          <Button kind="quiet" onClick={() => goToStep(null)}>
            {t('skip')}
          </Button>
        )}
        <span className={styles.space} />
        {step > 0 && <Button onClick={() => goToStep(step - 1)}>{t('previous')}</Button>}
        <Button kind="primary" onClick={() => goToStep(isLast ? null : step + 1)}>
          {isLast ? t('end') : t('next')}
        </Button>
      </div>
    </div>
  );
}

/** Draws a line round what a step speaks of, as soon as its page shows it. */
function useMarked(target: string, path: string): void {
  useEffect(() => {
    let marked: Element | null = null;
    let looks = 0;
    const look = () => {
      marked = path === '' ? null : document.querySelector(target);
      looks += 1;
      if (marked === null && looks < MOST_LOOKS) return;
      clearInterval(timer);
      marked?.setAttribute('data-toured', '');
      marked?.scrollIntoView({ block: 'nearest' });
    };
    const timer = setInterval(look, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
      marked?.removeAttribute('data-toured');
    };
  }, [target, path]);
}
