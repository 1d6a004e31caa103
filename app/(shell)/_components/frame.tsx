'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState, useTransition } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { useIsAlive } from '#components/ui/use-is-alive.ts';
import { Mark } from '#components/ui/wordmark.tsx';
import { chooseNavigation } from '../../preference-actions.ts';
import styles from './frame.module.css';
import { type HelpPageId, helpPageOf } from './help/help-pages.ts';
import { HelpPanel } from './help/help-panel.tsx';
import type { PlaceId } from './places.ts';
import { SideNavigation } from './side-navigation.tsx';

interface FrameProps {
  /** Whether the navigation was left folded. */
  initiallyFolded: boolean;
  topBar: ReactNode;
  /** Those that the person may go to. */
  places: readonly PlaceId[];
  /** How much waits for the person. */
  waiting: number;
  children: ReactNode;
}

const PAGES_WITH_GRID: ReadonlySet<HelpPageId> = new Set(['accounts', 'findings', 'approval', 'bridge', 'registers']);

/** To the grid; where the page has none, as when its list is empty, to the content. */
function skipToGrid() {
  const main = document.querySelector('main');
  (main?.querySelector<HTMLElement>('[role="grid"]') ?? main)?.focus();
}

/** Spine with the places, top bar, content. Below 900 px the spine becomes a bar with a drawer. */
export function Frame({ initiallyFolded, topBar, places, waiting, children }: FrameProps) {
  const t = useTranslations();
  const [folded, setFolded] = useState(initiallyFolded);
  const [open, setOpen] = useState(false);
  const [, startTransition] = useTransition();
  const isAlive = useIsAlive();

  const hasGrid = PAGES_WITH_GRID.has(helpPageOf(usePathname()));

  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [open]);

  function fold() {
    setFolded(!folded);
    startTransition(() => chooseNavigation(!folded));
  }

  return (
    <div className={styles.frame} data-folded={folded} data-open={open}>
      <nav className={styles.spine} aria-label={t('nav.main')}>
        <a href="#indhold" className={styles.skip}>
          {t('nav.skip')}
        </a>
        {hasGrid && (
          <button type="button" className={styles.skip} disabled={!isAlive} onClick={skipToGrid}>
            {t('nav.skipToList')}
          </button>
        )}
        <div className={styles.head}>
          {/* A plain link: the front page sends on to the latest period. */}
          <a href="/" className={styles.home} aria-label={t('nav.home')}>
            <Mark />
            <span className={styles.product}>{t('common.product')}</span>
          </a>
          <button
            type="button"
            className={styles.menu}
            disabled={!isAlive}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'close' : 'menu'} />
            {open ? t('nav.closeMenu') : t('nav.openMenu')}
          </button>
        </div>
        <div className={styles.places}>
          <SideNavigation folded={folded && !open} places={places} waiting={waiting} onChoose={() => setOpen(false)} />
        </div>
        <button
          type="button"
          className={styles.fold}
          disabled={!isAlive}
          onClick={fold}
          title={folded ? t('nav.expand') : undefined}
          aria-label={folded ? t('nav.expand') : t('nav.collapse')}
        >
          <Icon name={folded ? 'expand' : 'collapse'} />
          <span className={styles.foldWord}>{t('nav.collapse')}</span>
        </button>
      </nav>
      <div className={styles.body}>
        {topBar}
        <div className={styles.desk}>
          <main id="indhold" tabIndex={-1} className={styles.content}>
            {children}
          </main>
          <HelpPanel />
        </div>
      </div>
    </div>
  );
}
