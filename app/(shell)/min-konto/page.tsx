import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentOwnCaller } from '#lib/auth/current-context.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { getOwnAccount } from '#lib/services/get-own-account.ts';
import { getOwnReminders } from '#lib/services/reminders.ts';
import { RoleWords } from '../../role-words.tsx';
import styles from '../_components/person.module.css';
import { Substitutes } from '../_components/substitutes.tsx';
import { PasswordForm } from './_components/password-form.tsx';
import { Reminders } from './_components/reminders.tsx';
import { SecondFactor } from './_components/second-factor.tsx';
import { Sessions } from './_components/sessions.tsx';

export async function generateMetadata() {
  const t = await getTranslations('me');
  return { title: t('title') };
}

/** What everyone keeps themselves: password, second factor, substitute, sessions. */
export default async function OwnAccountPage() {
  const { context, sessionId, lacksSecondFactor } = await currentOwnCaller();
  const t = await getTranslations('me');
  const { person, hasPassword, absences, sessions, others } = await getOwnAccount(context);
  const reminders = await getOwnReminders(context);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {lacksSecondFactor && (
        <div className={styles.above}>
          <Notice tone="attention" title={t('mustHaveFactor')}>
            <p>{t('mustHaveFactorHelp')}</p>
          </Notice>
        </div>
      )}
      <dl className={styles.facts}>
        <dt>{t('name')}</dt>
        <dd>{person.name}</dd>
        <dt>{t('email')}</dt>
        <dd>{person.email}</dd>
        <dt>{t('roles')}</dt>
        <dd>
          <RoleWords roles={context.actor.grants} />
        </dd>
      </dl>
      {hasPassword && <SecondFactor isOn={person.hasSecondFactor} />}
      {!lacksSecondFactor && (
        <>
          {hasPassword && <PasswordForm />}
          <Substitutes absentId={person.id} absences={absences} others={others} />
          <Reminders {...reminders} sendsMail={readEnvironment().mail !== null} />
          <Sessions sessions={sessions} current={sessionId} />
        </>
      )}
    </>
  );
}
