import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { Edition } from '#lib/domain/report-version.ts';
import type { BundleDesk } from '#lib/services/get-bundle-desk.ts';
import { reportAddress } from '../../_components/addresses.ts';
import { ReportStatus } from '../../_components/report-list.tsx';
import styles from './bundle.module.css';

interface BundleCommitteesProps {
  period: string;
  reports: Extract<BundleDesk, { kind: 'reports' }>['reports'];
  edition: Edition;
  isChosen: (code: string) => boolean;
  onChoose: (code: string, isChosen: boolean) => void;
}

/** The committees whose reports can be in the archive, and how far each is. */
export function BundleCommittees({ period, reports, edition, isChosen, onChoose }: BundleCommitteesProps) {
  const t = useTranslations('bundle');
  return (
    <PlainTable label={t('committees')} columns={[t('take'), t('committee'), t('status'), t('version')]}>
      {reports.map(({ code, name, status, failing, version, isWhole }) => {
        const canBe = edition === 'open' || isWhole;
        return (
          <tr key={code}>
            <td>
              {canBe && (
                <label className={styles.pick}>
                  <input
                    type="checkbox"
                    checked={isChosen(code)}
                    onChange={(event) => onChoose(code, event.target.checked)}
                  />
                  <VisuallyHidden>{t('takeOne', { committee: name })}</VisuallyHidden>
                </label>
              )}
            </td>
            <th scope="row" className={styles.name}>
              <Link href={reportAddress(period, code)}>{`${code} ${name}`}</Link>
            </th>
            <td>{canBe ? <ReportStatus status={status} failing={failing} /> : t('openOnly')}</td>
            <td>{version === null ? t('noVersion') : t(`versions.${version.status}`, { number: version.number })}</td>
          </tr>
        );
      })}
    </PlainTable>
  );
}
