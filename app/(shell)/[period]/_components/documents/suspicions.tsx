import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { DocumentPlace, DocumentSearch, Suspicion } from '#lib/domain/attachment.ts';
import { formatCount } from '#lib/format/amount.ts';
import styles from './documents.module.css';

const MOST_PLACES = 5;

/** What looks like CPR numbers in a document, with the places; and what could not be searched. */
export function Suspicions({ search: { outcome, count, found } }: { search: DocumentSearch }) {
  const t = useTranslations('documents.cpr');
  const places = groupByPlace(found).slice(0, MOST_PLACES);
  const shown = places.reduce((sum, { suspicions }) => sum + suspicions.length, 0);
  return (
    <>
      {count > 0 && (
        <div className={styles.suspicion}>
          <Icon name="warning" />
          <div>
            <p>
              <strong>{t('title', { count, number: formatCount(count) })}</strong>
            </p>
            <ul>
              {places.map(({ key, place, suspicions }) => (
                <li key={key}>
                  <Place place={place} />: {suspicions.map(({ masked }) => masked).join(', ')}
                  {suspicions.some(({ nearCertain }) => nearCertain) && ` (${t('nearCertain')})`}
                </li>
              ))}
              {count > shown && <li>{t('more', { number: formatCount(count - shown) })}</li>}
            </ul>
          </div>
        </div>
      )}
      {outcome !== 'searched' && <p className={styles.muted}>{t(`outcome.${outcome}`)}</p>}
    </>
  );
}

function Place({ place }: { place: DocumentPlace }) {
  const t = useTranslations('documents.cpr.place');
  switch (place.in) {
    case 'name':
      return t('name');
    case 'line':
      return t('line', { line: String(place.line) });
    case 'page':
      return t('page', { page: String(place.page) });
    case 'paragraph':
      return t('paragraph', { paragraph: String(place.paragraph) });
    case 'cell':
      return t('cell', { sheet: place.sheet, cell: place.cell });
    case 'part':
      return t('part', { part: place.part });
  }
}

function groupByPlace(found: readonly Suspicion[]) {
  const groups = new Map<string, { key: string; place: DocumentPlace; suspicions: Suspicion[] }>();
  for (const suspicion of found) {
    const key = JSON.stringify(suspicion.place);
    const group = groups.get(key) ?? { key, place: suspicion.place, suspicions: [] };
    group.suspicions.push(suspicion);
    groups.set(key, group);
  }
  return [...groups.values()];
}
