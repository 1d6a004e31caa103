'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useHelpDesk } from '../../_components/help/help-desk.tsx';

/** Starts the guided tour again, whenever one wants it. */
export function StartTour() {
  const t = useTranslations();
  const { goToStep } = useHelpDesk();
  return (
    <Button onClick={() => goToStep(0)} title={t('tour.again')}>
      {t('guidance.startTour')}
    </Button>
  );
}
