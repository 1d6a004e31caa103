import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import type { Check, CheckPlace } from '#lib/report/model.ts';
import { type Place, placeAddress } from './addresses.ts';
import styles from './report-checks.module.css';

/** As many places as are read at a glance; the rest open beneath. */
const AT_A_GLANCE = 8;

function usePlaceName(): (place: CheckPlace) => string {
  const t = useTranslations('report');
  const registers = useTranslations('registers.names');
  return (place) => {
    switch (place.kind) {
      case 'account':
      case 'finding':
        return place.account;
      case 'text':
        return t(`textPlaces.${place.place}`);
      case 'register':
        return registers(place.register);
      case 'document':
        return place.account ?? registers(place.register);
    }
  };
}

/** Each thing that fails a check, leading to where it is mended. */
export function CheckPlaces({ check, place }: { check: Check; place: Place }) {
  const t = useTranslations('report');
  const nameOf = usePlaceName();
  const { places, count } = check;
  // Bare numbers stand side by side; what has words of its own has a line.
  const layout = places.some(({ note }) => note !== '') ? styles.told : styles.subjects;
  // The same words can stand twice in one place.
  const distinct = [...new Map(places.map((one) => [JSON.stringify(one), one]))];
  const list = (shown: typeof distinct) => (
    <ul className={layout}>
      {shown.map(([key, one]) => (
        <li key={key}>
          <Link href={placeAddress(place, one)} prefetch={false}>
            {nameOf(one)}
          </Link>
          {one.note !== '' && <span lang="da">: {one.note}</span>}
        </li>
      ))}
    </ul>
  );
  const rest = distinct.slice(AT_A_GLANCE);
  return (
    <>
      {list(distinct.slice(0, AT_A_GLANCE))}
      {rest.length > 0 && (
        <details>
          <summary className={styles.more}>{t('morePlaces', { number: formatCount(rest.length) })}</summary>
          {list(rest)}
        </details>
      )}
      {count > places.length && (
        <p className={styles.more}>{t('notAllShown', { shown: places.length, number: formatCount(count) })}</p>
      )}
    </>
  );
}
