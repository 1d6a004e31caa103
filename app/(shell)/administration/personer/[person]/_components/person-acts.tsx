'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import styles from '../../../../_components/person.module.css';
import { useAct } from '../../../../_components/use-act.ts';
import { OneTimeLink } from '../../_components/one-time-link.tsx';
import {
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  type LinkMade,
  resetPersonAction,
} from '../../actions.ts';

interface PersonActsProps {
  personId: string;
  isDisabled: boolean;
  sessions: number;
  isOwn: boolean;
}

/** What is done to a person's way in: a new link, all sessions ended, shut out, let in again. */
export function PersonActs({ personId, isDisabled, sessions, isOwn }: PersonActsProps) {
  const t = useTranslations('people.acts');
  const { act, isBusy, errors } = useAct();
  const [link, setLink] = useState<LinkMade | null>(null);
  return (
    <section className={styles.section} aria-busy={isBusy}>
      <h2>{t('title')}</h2>
      <p className={styles.help}>{t('help')}</p>
      <ErrorSummary errors={errors} />
      {link !== null && <OneTimeLink link={link} />}
      <div className={styles.actions}>
        {!isDisabled && (
          <Button onClick={() => act(() => resetPersonAction({ personId }), setLink)}>{t('reset')}</Button>
        )}
        {sessions > 0 && <Button onClick={() => act(() => endSessionsAction({ personId }))}>{t('endSessions')}</Button>}
        {!isOwn &&
          (isDisabled ? (
            <Button onClick={() => act(() => enablePersonAction({ personId }))}>{t('enable')}</Button>
          ) : (
            <Button kind="danger" onClick={() => act(() => disablePersonAction({ personId }))}>
              {t('disable')}
            </Button>
          ))}
      </div>
    </section>
  );
}
