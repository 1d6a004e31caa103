import type { Route } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { parseLanguage } from '#lib/format/messages.ts';
import { listGuidePages } from '#lib/services/get-guide-page.ts';
import { GuideContents } from './_components/guide-contents.tsx';
import { StartTour } from './_components/start-tour.tsx';
import styles from './guide.module.css';

/** The guide's list of pages beside the page. */
export default async function GuideLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('help');
  const glossary = await getTranslations('glossary');
  const pages = await listGuidePages(parseLanguage(await getLocale()));
  return (
    <div className={styles.guide}>
      <GuideContents
        label={t('pages')}
        pages={[
          ...pages.map(({ name, title }) => ({ href: `/hjaelp/${name}` as Route, title })),
          { href: '/hjaelp/ordliste' as Route, title: glossary('title') },
        ]}
      >
        <StartTour />
      </GuideContents>
      <div>{children}</div>
    </div>
  );
}
