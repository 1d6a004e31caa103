'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { Shell } from '#lib/services/get-shell.ts';
import { choosePerson } from '../actions.ts';
import styles from './top-bar.module.css';

/** Who acts. Shown as a demo person for as long as nobody signs in. */
export function PersonSelect({ people, actor }: Pick<Shell, 'people' | 'actor'>) {
  const t = useTranslations('nav');
  const [pending, startTransition] = useTransition();
  return (
    <label className={styles.labelled} title={t('personHelp')}>
      {t('person')}
      <select
        className={`${styles.select} ${styles.person}`}
        value={actor.personId}
        aria-busy={pending}
        onChange={(event) => {
          const personId = event.target.value;
          startTransition(() => choosePerson(personId));
        }}
      >
        {people.map((person) => (
          <option key={person.personId} value={person.personId}>
            {`${person.name} (${person.initials})`}
          </option>
        ))}
      </select>
    </label>
  );
}
