'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useCurrentPeriod } from './current-period.tsx';
import styles from './keyboard-shortcuts.module.css';
import { PLACES, type PlaceId } from './places.ts';
import topBar from './top-bar.module.css';

/** How long `g` waits for its letter. */
const PREFIX_MILLISECONDS = 1500;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], dialog') !== null
  );
}

/** `/` searches, `g` and a letter goes to a place, `?` shows the list. Keys typed into a field stay there. */
export function KeyboardShortcuts({ places }: { places: readonly PlaceId[] }) {
  const t = useTranslations('nav');
  const router = useRouter();
  const period = useCurrentPeriod();
  const [shown, setShown] = useState(false);
  const prefixAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    function handle(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const afterPrefix = event.timeStamp - prefixAt.current < PREFIX_MILLISECONDS;
      prefixAt.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const place = afterPrefix
        ? PLACES.find(({ id, letter }) => letter === event.key && places.includes(id))
        : undefined;
      const address = place?.address(period);
      if (address) {
        event.preventDefault();
        router.push(address);
      } else if (event.key === '?') {
        event.preventDefault();
        setShown(true);
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
        if (search === null) return;
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [router, period, places]);

  return (
    <>
      <button
        type="button"
        className={topBar.iconButton}
        onClick={() => setShown(true)}
        aria-label={t('keys.open')}
        title={`${t('keys.open')} (?)`}
      >
        <Icon name="keyboard" />
      </button>
      <Dialog open={shown} onClose={() => setShown(false)} title={t('keys.title')}>
        <div className={styles.columns}>
          <section>
            <h3>{t('keys.places')}</h3>
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
          <section>
            <h3>{t('keys.pages')}</h3>
            <dl className={styles.keys}>
              {LIST_KEYS.map(({ keys, text }) => (
                <div key={text}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`keys.${text}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </Dialog>
    </>
  );
}

const LIST_KEYS = [
  { keys: ['/'], text: 'search' },
  { keys: ['←', '↑', '↓', '→'], text: 'rows' },
  { keys: ['Ctrl', 'Home', 'End'], text: 'firstLast' },
  { keys: ['Shift', '↓'], text: 'select' },
  { keys: ['Enter'], text: 'openRow' },
  { keys: ['F2'], text: 'edit' },
  { keys: ['Ctrl', 'C', 'X', 'V'], text: 'clipboard' },
  { keys: ['Ctrl', 'Z', 'Y'], text: 'undo' },
  { keys: ['Ctrl', 'D', 'R'], text: 'fill' },
  { keys: ['Shift', 'F10'], text: 'menu' },
  { keys: ['J', 'K'], text: 'besideOpen' },
  { keys: ['Alt', '↓'], text: 'nextOpen' },
  { keys: ['␣'], text: 'chooseRow' },
  { keys: ['G'], text: 'approve' },
  { keys: ['R'], text: 'return' },
  { keys: ['Ctrl', 'S'], text: 'save' },
  { keys: ['Ctrl', 'Enter'], text: 'saveAndNext' },
  { keys: ['Esc'], text: 'close' },
  { keys: ['?'], text: 'list' },
] as const;
