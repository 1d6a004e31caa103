'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import styles from './report-exports.module.css';

type Format = 'pdf' | 'xlsx' | 'json' | 'html';

const NAMES: Record<Format, string> = { pdf: 'PDF', xlsx: 'Excel', json: 'JSON', html: 'HTML' };

interface ReportExportsProps {
  year: number;
  committee: string;
  formats: readonly Format[];
  /** The first format is what one comes for: the page's one primary button. */
  primary?: boolean;
  /** The edition that leaves nothing out. */
  closed?: boolean;
  /** The files of a version; else those of the report as it stands. */
  version?: number;
}

/** The name that the answer gives its file. */
function fileNameOf(response: Response, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return encoded === undefined ? fallback : decodeURIComponent(encoded);
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Makes the report's files and saves them; says that it works on one, and when it could not. */
export function ReportExports({
  year,
  committee,
  formats,
  primary = false,
  closed = false,
  version,
}: ReportExportsProps) {
  const t = useTranslations('report');
  const [making, setMaking] = useState<Format | null>(null);
  const [failed, setFailed] = useState<Format | null>(null);
  const [archived, setArchived] = useState<Format | null>(null);

  async function make(format: Format) {
    if (making !== null) return;
    setMaking(format);
    setFailed(null);
    setArchived(null);
    try {
      const query = new URLSearchParams({ year: String(year), committee, format });
      if (closed) query.set('edition', 'closed');
      if (version !== undefined) query.set('version', String(version));
      const response = await fetch(`/api/report?${query}`);
      if (response.ok) {
        save(await response.blob(), fileNameOf(response, `${year}-${committee}.${format}`));
        if (response.headers.get('x-afstemt-source') === 'archive') setArchived(format);
      } else setFailed(format);
    } catch {
      // The server cannot be reached: the same as an answer that is no file, to whoever waits for one.
      setFailed(format);
    } finally {
      setMaking(null);
    }
  }

  return (
    <div className={styles.exports}>
      <div className={styles.buttons}>
        {formats.map((format, index) => (
          <Button
            key={format}
            kind={primary ? (index === 0 ? 'primary' : index === 1 ? 'secondary' : 'quiet') : 'quiet'}
            icon="download"
            aria-busy={making === format}
            onClick={() => make(format)}
          >
            {making === format ? t('making', { format: NAMES[format] }) : NAMES[format]}
            <VisuallyHidden>
              {' '}
              {t(version === undefined ? 'exportOf' : 'exportOfVersion', { committee, version: version ?? 0 })}
            </VisuallyHidden>
          </Button>
        ))}
      </div>
      {archived !== null && (
        <Notice live title={t('fromArchiveTitle', { format: NAMES[archived] })}>
          {t('fromArchiveText')}
        </Notice>
      )}
      {failed !== null && (
        <Notice tone="bad" live title={t('exportFailedTitle', { format: NAMES[failed], committee })}>
          {t('exportFailedText')}
        </Notice>
      )}
    </div>
  );
}
