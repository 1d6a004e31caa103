import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';
import { messagesOf, parseLanguage } from '#lib/format/messages.ts';
import styles from '../guide.module.css';

export async function generateMetadata() {
  const t = await getTranslations('glossary');
  return { title: t('title') };
}

/** Every word of the field with its meaning, and what it is called in the other language. */
export default async function GlossaryPage() {
  const language = parseLanguage(await getLocale());
  const t = await getTranslations('glossary');
  const { terms } = messagesOf(language).glossary;
  const others = new Map(
    Object.entries(messagesOf(language === 'da' ? 'en' : 'da').glossary.terms).map(([id, { term }]) => [id, term]),
  );
  const rows = Object.entries(terms).toSorted(([, left], [, right]) => left.term.localeCompare(right.term, language));
  return (
    <article>
      <PageHead title={t('title')} lead={t('lead')} />
      <table className={styles.glossary} aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('columns.term')}</th>
            <th scope="col">{t('columns.meaning')}</th>
            <th scope="col">{t('columns.other')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, { term, meaning }]) => (
            <tr key={id} id={id}>
              <th scope="row">{term}</th>
              <td>{meaning}</td>
              <td lang={language === 'da' ? 'en' : 'da'}>{others.get(id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
