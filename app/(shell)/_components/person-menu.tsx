'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRef, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Shell } from '#lib/services/get-shell.ts';
import { askAuth } from '../../ask-auth.ts';
import { RoleWords } from '../../role-words.tsx';
import styles from './top-bar.module.css';

/** Who is signed in, in which roles, and the way out. */
export function PersonMenu({ actor }: Pick<Shell, 'actor'>) {
  const t = useTranslations('nav');
  const menu = useRef<HTMLDetailsElement>(null);
  const [isBusy, start] = useTransition();

  function signOut() {
    start(async () => {
      await askAuth('/sign-out', {});
      // Whether or not the server heard it: what is on the screen is no longer theirs to see.
      window.location.assign('/log-ind');
    });
  }

  return (
    <details ref={menu} className={styles.details}>
      <summary className={styles.person} title={t('personMenu')}>
        <span className={styles.personName}>{actor.name}</span>
        <span className={styles.personRoles}>
          <RoleWords roles={actor.grants} />
        </span>
      </summary>
      <div className={styles.panel}>
        <p className={styles.roles}>
          <RoleWords roles={actor.grants} />
        </p>
        <Link href={'/min-konto' as Route} onClick={() => menu.current?.removeAttribute('open')}>
          {t('myAccount')}
        </Link>
        <Button onClick={signOut} aria-busy={isBusy}>
          {t('signOut')}
        </Button>
      </div>
    </details>
  );
}
