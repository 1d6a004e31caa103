'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { DraftLine } from '#lib/services/list-drafts.ts';
import { accountDrafts, type DraftAt } from './draft-outbox.ts';
import styles from './top-bar.module.css';
import own from './unsaved-work.module.css';

interface UnsavedWorkProps {
  personId: string;
  /** What the server has. */
  drafts: readonly DraftLine[];
}

/** How often what this browser has, and the server has not, is sent again. */
const SEND_MILLISECONDS = 15_000;

interface Line extends Omit<DraftLine, 'name'> {
  name: string | null;
  /** Only this browser has it. */
  isUnsent: boolean;
}

const keyOf = ({ periodId, account }: Pick<DraftAt, 'periodId' | 'account'>) => `${periodId}/${account}`;

/** What the server has, corrected by what this browser has heard and typed since; the newest first. */
function listLines(personId: string, drafts: readonly DraftLine[]): Line[] {
  const lines = new Map(drafts.map((line) => [keyOf(line), { ...line, isUnsent: false } as Line]));
  for (const { periodId, account, at, draft } of accountDrafts.listHeard(personId)) {
    const known = lines.get(keyOf({ periodId, account }));
    if (known && known.at > at) continue;
    if (draft === null) lines.delete(keyOf({ periodId, account }));
    else lines.set(keyOf({ periodId, account }), { periodId, account, at, name: known?.name ?? null, isUnsent: false });
  }
  for (const place of accountDrafts.listUnsent(personId)) {
    const unsent = accountDrafts.readUnsent(place);
    const { periodId, account } = place;
    const name = lines.get(keyOf(place))?.name ?? null;
    if (unsent)
      lines.set(keyOf(place), { periodId, account, at: unsent.at, name, isUnsent: accountDrafts.isUnreached() });
  }
  return [...lines.values()].sort((left, right) => (left.at > right.at ? -1 : 1));
}

/** How much one has typed and not saved, on which accounts, and what of it only this browser has: that is sent, too. */
export function UnsavedWork({ personId, drafts }: UnsavedWorkProps) {
  const t = useTranslations('nav.unsaved');
  const [lines, setLines] = useState<readonly Line[]>(() => drafts.map((line) => ({ ...line, isUnsent: false })));
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const list = () => setLines(listLines(personId, drafts));
    list();
    return accountDrafts.subscribe(list);
  }, [personId, drafts]);

  // An account's own page sends what is typed there; what lies here from before is sent by whichever page is open.
  const sendRest = useEffectEvent(async () => {
    for (const place of accountDrafts.listUnsent(personId)) {
      const unsent = accountDrafts.readUnsent(place);
      const isRecent = unsent !== null && Date.now() - Date.parse(unsent.at) < SEND_MILLISECONDS;
      if (unsent === null || isRecent || unsent.wanted !== null) continue;
      if ((await accountDrafts.send(place, unsent)).kind === 'unreached') return;
    }
  });
  useEffect(() => {
    sendRest();
    const timer = window.setInterval(sendRest, SEND_MILLISECONDS);
    window.addEventListener('online', sendRest);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', sendRest);
    };
  }, []);

  if (lines.length === 0) return null;
  const unsent = lines.filter(({ isUnsent }) => isUnsent).length;
  return (
    <details ref={menu} className={styles.details}>
      <summary className={own.count} data-unsent={unsent > 0}>
        {unsent > 0 && <Icon name="warning" />}
        {t('count', { count: lines.length })}
        {unsent > 0 && ` (${t('unsent', { count: unsent })})`}
      </summary>
      <div className={styles.panel}>
        <p className={own.help}>{t('help')}</p>
        <ul className={own.list}>
          {lines.map(({ periodId, account, name, at, isUnsent }) => (
            <li key={keyOf({ periodId, account })}>
              <Link
                href={`/${periodId}/konti/${encodeURIComponent(account)}` as Route}
                onClick={() => menu.current?.removeAttribute('open')}
              >
                {account} {name}
              </Link>{' '}
              <span className={own.at}>
                {periodId} · {formatDateTime(at)}
                {isUnsent && ` · ${t('here')}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
