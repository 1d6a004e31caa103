import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import type { KindDescription } from '#lib/services/get-template.ts';
import styles from './import.module.css';

/** The kinds of file in the order in which they depend on each other, each with a template to fill in. */
export function KindsTable({ kinds }: { kinds: readonly KindDescription[] }) {
  const t = useTranslations('import');
  return (
    <ScrollBox label={t('templates.title')}>
      <table className={styles.table} aria-labelledby="skabeloner">
        <thead>
          <tr>
            <th scope="col">{t('templates.kind')}</th>
            <th scope="col">{t('templates.columns')}</th>
            <th scope="col">{t('templates.needs')}</th>
            <th scope="col">{t('templates.download')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, needs, required, optional }) => (
            <tr key={kind} className={styles.ruled}>
              <th scope="row" className={styles.kindName}>
                {t(`kind.${kind}`)}
                <p className={styles.holds}>{t(`holds.${kind}`)}</p>
              </th>
              <td className={styles.columns}>
                {required.join(', ')}
                {optional.length > 0 && (
                  <p className={styles.muted}>{t('templates.optional', { columns: optional.join(', ') })}</p>
                )}
                {required.includes('Saldo') && <p className={styles.muted}>{t('templates.debit')}</p>}
              </td>
              <td>{needs.length === 0 ? t('templates.nothing') : needs.map((need) => t(`kind.${need}`)).join(', ')}</td>
              <td className={styles.links}>
                {(['csv', 'xlsx'] as const).map((format) => (
                  <a
                    key={format}
                    href={`/api/templates/${kind}?format=${format}`}
                    download
                    aria-label={t('templates.downloadKind', {
                      kind: t(`kind.${kind}`),
                      format: t(`templates.${format}`),
                    })}
                  >
                    {t(`templates.${format}`)}
                  </a>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
