'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { SHARED } from '#lib/domain/report-text.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { accountAddress } from './account-address.ts';
import styles from './top-bar.module.css';
import {
  asKept,
  type KeptWork,
  listUnsaved,
  sendUnsaved,
  subscribeUnsaved,
  type UnsavedLine,
} from './unsaved-lines.ts';
import own from './unsaved-work.module.css';

interface UnsavedWorkProps {
  personId: string;
  /** What the server has. */
  drafts: KeptWork;
}

/** How often what this browser has, and the server has not, is sent again. */
const SEND_MILLISECONDS = 15_000;

/** How much one has typed and not saved, and where, and what of it only this browser has: that is sent, too. */
export function UnsavedWork({ personId, drafts }: UnsavedWorkProps) {
  const t = useTranslations('nav.unsaved');
  const [lines, setLines] = useState<readonly UnsavedLine[]>(() => asKept(drafts));
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const list = () => setLines(listUnsaved(personId, drafts));
    list();
    return subscribeUnsaved(list);
  }, [personId, drafts]);

  const sendRest = useEffectEvent(() => sendUnsaved(personId, SEND_MILLISECONDS));
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
  const accounts = lines.filter(({ kind }) => kind === 'account').length;
  const what = accounts === lines.length ? 'count' : accounts === 0 ? 'countTexts' : 'countBoth';
  return (
    <details ref={menu} className={styles.details}>
      <summary className={own.count} data-unsent={unsent > 0}>
        {unsent > 0 && <Icon name="warning" />}
        {t(what, { count: lines.length })}
        {unsent > 0 && ` (${t('unsent', { count: unsent })})`}
      </summary>
      <div className={styles.panel}>
        <p className={own.help}>{t('help')}</p>
        <ul className={own.list}>
          {lines.map((line) => (
            <li key={keyOf(line)}>
              <Place line={line} onLeave={() => menu.current?.removeAttribute('open')} />{' '}
              <span className={own.at}>
                {line.kind === 'account' ? line.periodId : line.fiscalYear} · {formatDateTime(line.at)}
                {line.isUnsent && ` · ${t('here')}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function keyOf(line: UnsavedLine): string {
  return line.kind === 'account'
    ? `account/${line.periodId}/${line.account}`
    : `text/${line.fiscalYear}/${line.owner}/${line.place}`;
}

/** Where it was typed: a link there, where the server has said what page that is. */
function Place({ line, onLeave }: { line: UnsavedLine; onLeave: () => void }) {
  const t = useTranslations('nav.unsaved');
  const places = useTranslations('report.textPlaces');
  if (line.kind === 'account') {
    const { periodId, account, name } = line;
    return (
      <Link href={accountAddress(periodId, account)} onClick={onLeave}>
        {account} {name}
      </Link>
    );
  }
  const words = `${places(line.place)}, ${line.owner === SHARED ? t('allCommittees') : line.owner}`;
  if (line.path === null) return words;
  return (
    <Link href={line.path as Route} onClick={onLeave}>
      {words}
    </Link>
  );
}
