import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { getMailFailures } from '#lib/services/get-mail-failures.ts';
import { getSettings } from '#lib/services/get-settings.ts';
import { ApprovalSettings } from './_components/approval-settings.tsx';
import { BrandSettings } from './_components/brand-settings.tsx';
import { CoverNoteSettings } from './_components/cover-note-settings.tsx';
import { LimitationSettings } from './_components/limitation-settings.tsx';
import { MailStanding } from './_components/mail-standing.tsx';
import styles from './_components/settings.module.css';
import { SettingsForm } from './_components/settings-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const t = await getTranslations('settings');
  const context = await currentContext();
  const [settings, mail] = await Promise.all([getSettings(context), getMailFailures(context)]);
  if (settings === null || mail === null) notFound();
  const { installation, twoApproversAbove, warningMonths, brand, dataFolder, version, demo, mayChange, coverNote } =
    settings;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <SettingsForm installation={installation} mayChange={mayChange} />
      <ApprovalSettings twoApproversAbove={twoApproversAbove} mayChange={mayChange} />
      <LimitationSettings warningMonths={warningMonths} mayChange={mayChange} />
      <BrandSettings brand={brand} mayChange={mayChange} />
      <CoverNoteSettings name={coverNote} mayChange={mayChange} />
      <MailStanding from={readEnvironment().mail?.from ?? null} demo={demo} failures={mail.failures} />
      <section className={styles.program}>
        <h2>{t('program.title')}</h2>
        <dl className={styles.facts}>
          <div>
            <dt>{t('program.folder')}</dt>
            <dd>
              <code>{dataFolder}</code>
              <p className={styles.muted}>{t('program.folderHelp')}</p>
            </dd>
          </div>
          <div>
            <dt>{t('program.version')}</dt>
            <dd>{t('program.versionOf', { version })}</dd>
          </div>
          <div>
            <dt>{t('program.kind')}</dt>
            <dd>{demo ? t('program.demo') : t('program.real')}</dd>
          </div>
        </dl>
      </section>
    </>
  );
}
