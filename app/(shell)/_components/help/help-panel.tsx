'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useHelpDesk } from './help-desk.tsx';
import { HELP_PAGES, helpPageOf } from './help-pages.ts';
import styles from './help-panel.module.css';
import { KeyList } from './key-list.tsx';

/** Beside the page: what it is for, its steps, its keys and its words. It follows along to the next page. */
export function HelpPanel() {
  const { open } = useHelpDesk();
  return open === 'panel' ? <OpenPanel /> : null;
}

function OpenPanel() {
  const t = useTranslations('guidance');
  const key = useTranslations('nav.keys');
  const word = useTranslations('glossary.terms');
  const { show, goToStep } = useHelpDesk();
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  const id = helpPageOf(usePathname());
  const { guide, keys, terms } = HELP_PAGES[id];

  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        show(null);
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{t('title', { page: t(`pages.${id}.title`) })}</h2>
        <button type="button" className={styles.close} onClick={() => show(null)} aria-label={t('close')}>
          <Icon name="close" />
        </button>
      </div>
      <p>{t(`pages.${id}.purpose`)}</p>
      <ol className={styles.steps}>
        {t(`pages.${id}.steps`)
          .split('\n')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
      <p>
        <Link href={`/hjaelp/${guide}` as Route}>{t('more')}</Link>
      </p>
      {terms.length > 0 && (
        <section>
          <h3>{t('terms')}</h3>
          <dl className={styles.terms}>
            {terms.map((term) => (
              <div key={term}>
                <dt>{word(`${term}.term`)}</dt>
                <dd>{word(`${term}.meaning`)}</dd>
              </div>
            ))}
          </dl>
          <p>
            <Link href={'/hjaelp/ordliste' as Route}>{t('allTerms')}</Link>
          </p>
        </section>
      )}
      {keys.map((group) => (
        <section key={group}>
          <h3>{key(`groups.${group}`)}</h3>
          <KeyList group={group} />
        </section>
      ))}
      <section>
        <h3>{key('groups.pages')}</h3>
        <KeyList group="pages" />
      </section>
      <div className={styles.acts}>
        <Button icon="keyboard" onClick={() => show('keys')}>
          {t('allKeys')}
        </Button>
        <Button onClick={() => goToStep(0)}>{t('startTour')}</Button>
      </div>
    </aside>
  );
}
