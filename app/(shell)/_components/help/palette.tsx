'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Fragment, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { accountAddress } from '../account-address.ts';
import { useCurrentPeriod } from '../current-period.tsx';
import type { PlaceId } from '../places.ts';
import { useHelpDesk } from './help-desk.tsx';
import styles from './palette.module.css';
import { ENTRY_GROUPS, filterEntries, type PaletteEntry, usePaletteEntries } from './palette-entries.ts';
import { useFoundAccounts } from './use-found-accounts.ts';

interface PaletteProps {
  places: readonly PlaceId[];
  periods: readonly string[];
}

/** Ctrl+K: places, accounts and acts by a few letters of their name. */
export function Palette(props: PaletteProps) {
  const t = useTranslations('palette');
  const { open, show } = useHelpDesk();
  return (
    <Dialog open={open === 'palette'} onClose={() => open === 'palette' && show(null)} title={t('title')}>
      <OpenPalette {...props} />
    </Dialog>
  );
}

function OpenPalette({ places, periods }: PaletteProps) {
  const t = useTranslations('palette');
  const id = useId();
  const router = useRouter();
  const { show } = useHelpDesk();
  const period = useCurrentPeriod();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = filterEntries(usePaletteEntries({ period, periods, places }), query);
  const found = useFoundAccounts(period, query);
  const asEntries = found.accounts.flatMap(({ number, name, imFunction }): PaletteEntry[] => {
    if (period === null) return [];
    const run = accountAddress(period, number);
    return [{ id: number, group: 'accounts', text: `${number} ${name}`, note: imFunction, run }];
  });
  // Of those found for the letters before: Enter must not lead to what was not typed.
  const accounts = filterEntries(asEntries, query);
  // A number means an account; a word is first a place.
  const groups = /^\s*\d/.test(query)
    ? ENTRY_GROUPS
    : [...ENTRY_GROUPS.slice(1, 4), 'accounts' as const, 'periods' as const];
  const offered = groups.flatMap((group) => [...accounts, ...entries].filter((entry) => entry.group === group));
  const active = offered[Math.min(at, offered.length - 1)];
  const idOf = (entry: PaletteEntry) => `${id}-${entry.group}-${entry.id}`;

  const activeId = active && idOf(active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function run(entry: PaletteEntry) {
    show(null);
    if (typeof entry.run === 'string') router.push(entry.run);
    else entry.run();
  }

  function handleKey(event: KeyboardEvent) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way !== undefined && offered.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, offered.length - 1) + way + offered.length) % offered.length);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      run(active);
    }
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={t('label')}
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('placeholder')}
        className={styles.input}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={handleKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('title')} className={styles.list}>
        {groups.map((group) => {
          const some = offered.filter((entry) => entry.group === group);
          if (some.length === 0) return null;
          return (
            <Fragment key={group}>
              <p className={styles.group} role="presentation">
                {t(`groups.${group}`)}
              </p>
              {some.map((entry) => (
                <div
                  key={entry.id}
                  id={idOf(entry)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry === active}
                  className={styles.entry}
                  onPointerMove={() => setAt(offered.indexOf(entry))}
                  onClick={() => run(entry)}
                  onKeyDown={handleKey}
                >
                  <span className={styles.text}>{entry.text}</span>
                  {entry.note && <span className={styles.note}>{entry.note}</span>}
                </div>
              ))}
            </Fragment>
          );
        })}
      </div>
      <p role="status" className={styles.status}>
        {offered.length === 0 && !found.isAsking && t('nothing')}
        {offered.length > 0 && <VisuallyHidden>{t('count', { count: offered.length })}</VisuallyHidden>}
      </p>
    </>
  );
}
