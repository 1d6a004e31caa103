'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RowWay } from '#components/data-table/panel-desk.tsx';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { readTagged } from '#lib/format/tagged-json.ts';
import type { Desk } from '../read-desk.ts';
import { AccountDesk } from './account-desk.tsx';
import styles from './account-panel.module.css';
import { DeskRefresh } from './desk-refresh.tsx';

/** How long one rests on a row before its account is fetched. */
const REST_MILLISECONDS = 120;

interface AccountPanelProps {
  periodId: string;
  account: string;
  name: string;
  /** The account's own page, on which next and previous go on in the same list. */
  page: Route;
  way: RowWay;
}

interface Read {
  account: string;
  desk: Desk | null;
}

/** An account beside the list that it is in, to be worked with as on its own page. */
export function AccountPanel({ periodId, account, name, page, way }: AccountPanelProps) {
  const t = useTranslations('account.panel');
  const root = useRef<HTMLDivElement>(null);
  const [read, setRead] = useState<Read | 'failed' | null>(null);
  const asked = useRef(0);

  const fetchDesk = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    try {
      const desk = await fetchAccount(periodId, account);
      // What was asked for since is what one wants to see.
      if (turn === asked.current) setRead({ account, desk });
    } catch {
      // What is there is worked on: it stays, and is fetched anew by the next act.
      if (turn === asked.current)
        setRead((known) => (known !== null && known !== 'failed' && known.account === account ? known : 'failed'));
    }
  }, [periodId, account]);

  useEffect(() => {
    const timer = setTimeout(fetchDesk, REST_MILLISECONDS);
    return () => {
      asked.current += 1;
      clearTimeout(timer);
    };
  }, [fetchDesk]);

  const shown = read !== null && read !== 'failed' && read.account === account ? read : null;
  const isThere = shown !== null;
  const goOnTyping = useEffectEvent(() => {
    const panel = root.current?.closest('[data-panel]');
    if (way.returnTo === null || document.activeElement !== panel) return;
    const field = document.getElementById(way.returnTo);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  });
  useEffect(() => {
    if (isThere) goOnTyping();
  }, [isThere]);

  return (
    <div ref={root}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {account} {name}
        </h2>
        <span className={styles.position}>
          {way.position === null
            ? t('outside', { total: formatCount(way.total) })
            : t('position', { position: formatCount(way.position), total: formatCount(way.total) })}
        </span>
        <span className={styles.ways}>
          <Way icon="up" label={t('previous')} keys="Alt+ArrowUp" onGo={way.previous} />
          <Way icon="down" label={t('next')} keys="Alt+ArrowDown" onGo={way.next} />
          <Link href={page} className={styles.page}>
            {t('page')}
          </Link>
          <Way icon="close" label={t('close')} keys="Escape" onGo={way.close} />
        </span>
      </div>
      <Content failed={read === 'failed'} shown={shown} label={t('loading')}>
        {(desk) => (
          <DeskRefresh value={fetchDesk}>
            <AccountDesk key={account} desk={desk} next={way.next} />
          </DeskRefresh>
        )}
      </Content>
    </div>
  );
}

interface ContentProps {
  failed: boolean;
  shown: Read | null;
  label: string;
  children: (desk: Desk) => ReactNode;
}

function Content({ failed, shown, label, children }: ContentProps) {
  const t = useTranslations('account.panel');
  if (failed) return <Notice tone="bad" live title={t('failed')} />;
  if (shown === null) return <Skeleton lines={10} label={label} />;
  return shown.desk === null ? <Notice live title={t('gone')} /> : children(shown.desk);
}

interface WayProps {
  icon: IconName;
  label: string;
  keys: string;
  /** null: there is no further row that way. */
  onGo: (() => void) | null;
}

function Way({ icon, label, keys, onGo }: WayProps) {
  return (
    <button
      type="button"
      className={styles.way}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      aria-disabled={onGo === null}
      onClick={() => onGo?.()}
    >
      <Icon name={icon} />
    </button>
  );
}

/** null where there is no such account for the reader. @throws Error where the server does not answer */
async function fetchAccount(periodId: string, account: string): Promise<Desk | null> {
  const response = await fetch(`/api/account-desk?${new URLSearchParams({ period: periodId, account })}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The account was not answered: ${response.status}`);
  return readTagged(await response.text()) as Desk;
}
