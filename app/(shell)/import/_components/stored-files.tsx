import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import type { ImportDetail } from '#lib/services/get-import.ts';
import styles from './import.module.css';

interface StoredFilesProps {
  importId: number;
  files: ImportDetail['record']['files'];
  labelledBy: string;
}

const COUNTS = ['added', 'changed', 'removed', 'unchanged', 'kept'] as const;

/** The files of an import as they were stored, byte by byte, with what each did. */
export function StoredFiles({ importId, files, labelledBy }: StoredFilesProps) {
  const t = useTranslations('import');
  return (
    <ScrollBox label={t('detail.files')}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('preview.file')}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" className={styles.number}>
                {t(`preview.${count}`)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('chosen.size')}
            </th>
            <th scope="col">{t('detail.sha')}</th>
            <th scope="col">{t('detail.raw')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file, position) => (
            <tr key={file.kind} className={styles.ruled}>
              <th scope="row" className={styles.name}>
                {t(`kind.${file.kind}` as Parameters<typeof t>[0])}
                <span className={styles.fileName}>{file.name}</span>
              </th>
              {COUNTS.map((count) => (
                <td key={count} className={styles.number} data-zero={file[count] === 0}>
                  {formatCount(file[count])}
                </td>
              ))}
              <td className={styles.number}>{formatBytes(file.bytes)}</td>
              <td className={styles.sha}>{file.sha256}</td>
              <td>
                <a
                  href={`/api/imports/${importId}/${position}`}
                  download
                  aria-label={t('detail.downloadFile', { name: file.name })}
                >
                  {t('detail.download')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
