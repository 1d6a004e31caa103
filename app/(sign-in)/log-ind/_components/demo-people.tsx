'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { RoleWords } from '#app/role-words.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useIsAlive } from '#components/ui/use-is-alive.ts';
import type { SignInPage } from '#lib/services/get-sign-in-page.ts';
import { askAuth } from '../../../ask-auth.ts';
import { useProblemText } from '../../../problem-text.ts';
import styles from '../../_components/sign-in.module.css';

/** The demo's made-up people: one click, and one is in as that person. */
export function DemoPeople({ people, target }: { people: SignInPage['demoPeople']; target: string }) {
  const t = useTranslations('signIn.demo');
  const problemText = useProblemText();
  const [code, setCode] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const isAlive = useIsAlive();

  function enter(personId: string) {
    start(async () => {
      const answer = await askAuth('/sign-in/demo', { personId });
      if (answer.ok) window.location.assign(target);
      else setCode(answer.code);
    });
  }

  return (
    <section className={styles.demo} aria-busy={isBusy}>
      <h2>{t('title')}</h2>
      <p className={styles.help}>{t('help')}</p>
      {code !== null && (
        <Notice tone="bad" live>
          {problemText({ code })}
        </Notice>
      )}
      <ul className={styles.people}>
        {people.map(({ id, name, roles }) => (
          <li key={id}>
            <button type="button" className={styles.person} disabled={!isAlive} onClick={() => enter(id)}>
              <span className={styles.name}>{name}</span>
              <span className={styles.role}>
                <RoleWords roles={roles} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
