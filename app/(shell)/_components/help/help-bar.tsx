'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { useIsAlive } from '#components/ui/use-is-alive.ts';
import type { PlaceId } from '../places.ts';
import topBar from '../top-bar.module.css';
import { useHelpDesk } from './help-desk.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { Palette } from './palette.tsx';
import { Tour } from './tour.tsx';
import { useHelpKeys } from './use-help-keys.ts';

interface HelpBarProps {
  /** Those that the person may go to. */
  places: readonly PlaceId[];
  periods: readonly string[];
}

/** The ways to the palette and to the page's help, and the keys to them. */
export function HelpBar({ places, periods }: HelpBarProps) {
  const t = useTranslations();
  const { open, show } = useHelpDesk();
  const isAlive = useIsAlive();
  useHelpKeys(places);
  return (
    <>
      <button
        type="button"
        className={topBar.iconButton}
        disabled={!isAlive}
        onClick={() => show('palette')}
        aria-haspopup="dialog"
        aria-label={t('palette.open')}
        title={`${t('palette.open')} (Ctrl+K)`}
      >
        <Icon name="search" />
      </button>
      <button
        type="button"
        className={topBar.iconButton}
        disabled={!isAlive}
        data-tour="help"
        onClick={() => show(open === 'panel' ? null : 'panel')}
        aria-expanded={open === 'panel'}
        aria-label={t('guidance.open')}
        title={`${t('guidance.open')} (?)`}
      >
        <Icon name="help" />
      </button>
      <KeyDialog open={open === 'keys'} onClose={() => open === 'keys' && show(null)} places={places} />
      <Palette places={places} periods={periods} />
      <Tour places={places} />
    </>
  );
}
