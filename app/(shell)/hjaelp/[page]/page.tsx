import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Markdown } from '#components/markdown/markdown.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { parseLanguage } from '#lib/format/messages.ts';
import { getGuidePage, listGuidePages } from '#lib/services/get-guide-page.ts';
import styles from '../guide.module.css';

interface GuidePageProps {
  params: Promise<{ page: string }>;
}

export async function generateMetadata({ params }: GuidePageProps) {
  const page = await getGuidePage(parseLanguage(await getLocale()), (await params).page);
  return { title: page?.title };
}

export default async function GuidePage({ params }: GuidePageProps) {
  const language = parseLanguage(await getLocale());
  const page = await getGuidePage(language, (await params).page);
  if (page === null) notFound();
  const t = await getTranslations('help');
  const pages = await listGuidePages(language);
  const place = pages.findIndex(({ name }) => name === page.name);
  const previous = pages[place - 1];
  const next = pages[place + 1];
  return (
    <article>
      <PageHead title={page.title} />
      <Markdown text={page.text} base="/hjaelp" />
      <div className={styles.turn}>
        <span>
          {previous && (
            <Link href={`/hjaelp/${previous.name}` as Route}>{t('previous', { title: previous.title })}</Link>
          )}
        </span>
        <span>{next && <Link href={`/hjaelp/${next.name}` as Route}>{t('next', { title: next.title })}</Link>}</span>
      </div>
    </article>
  );
}
