import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '#components/data-table/export-links.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { BRIDGE_GROUPS, STRUCTURES } from '#lib/domain/bridge.ts';
import { formatDate } from '#lib/format/date.ts';
import { type Bridge, getBridge, parseBridgeAddress } from '#lib/services/get-bridge.ts';
import { type BridgeView, bridgeAddress } from './_components/addresses.ts';
import styles from './_components/bridge.module.css';
import { BridgeTable } from './_components/bridge-table.tsx';
import { BridgeTotals } from './_components/bridge-totals.tsx';

interface BridgePageProps {
  params: Promise<{ period: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata() {
  const t = await getTranslations('bridge');
  return { title: t('title') };
}

/** *Bro*: how what was to be followed up in an earlier period became what it is now. */
export default async function BridgePage({ params, searchParams }: BridgePageProps) {
  const { period: periodId } = await params;
  const sent = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? '']);
  const bridge = await getBridge(await currentContext(), periodId, parseBridgeAddress(new URLSearchParams(sent)));
  if (bridge === null) notFound();
  const t = await getTranslations('bridge');
  const { from, group, structure, rows, gone } = bridge;
  if (from === null) {
    return (
      <EmptyState
        level={1}
        title={t('noEarlierTitle')}
        action={<ButtonLink href={`/${periodId}/opfoelgning` as Route}>{t('noEarlierAction')}</ButtonLink>}
      >
        {t('noEarlierText')}
      </EmptyState>
    );
  }
  const view: BridgeView = { periodId, from: from.id, group, structure };
  return (
    <>
      <PageHead
        title={t('titleOf', { from: from.id, to: periodId })}
        lead={t('lead', { from: formatDate(from.balanceDate), to: formatDate(bridge.period.balanceDate) })}
        actions={rows.length > 0 && <ExportLinks path="/api/bridge" parameters={{ period: periodId }} />}
      />
      <Choices bridge={bridge} view={view} />
      {gone.length > 0 && (
        <Notice tone="attention" title={t('goneTitle', { count: gone.length })}>
          <p>{t('goneText')}</p>
          <ul className={styles.gone}>
            {gone.slice(0, MOST_GONE).map(({ number, name }) => (
              <li key={number}>
                {number} {name}
              </li>
            ))}
            {gone.length > MOST_GONE && <li>{t('goneMore', { count: gone.length - MOST_GONE })}</li>}
          </ul>
        </Notice>
      )}
      <BridgeTotals all={bridge.all} older={bridge.older} />
      <Tabs
        label={t('gatherBy')}
        tabs={BRIDGE_GROUPS.map((one) => ({ href: bridgeAddress({ ...view, group: one }), label: t(`groups.${one}`) }))}
        current={bridgeAddress(view)}
      />
      <BridgeTable key={`${group}/${structure}`} view={view} rows={rows} />
    </>
  );
}

const MOST_GONE = 8;

/** Which period it is held against, and in whose structure. A plain form: the address is the answer. */
async function Choices({ bridge, view }: { bridge: Bridge; view: BridgeView }) {
  const t = await getTranslations('bridge');
  return (
    <form method="get" className={styles.choices}>
      <input type="hidden" name="gruppe" value={view.group} />
      <SelectField label={t('from')} name="fra" defaultValue={view.from}>
        {bridge.earlier.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('structure')} name="struktur" defaultValue={view.structure}>
        {STRUCTURES.map((one) => (
          <option key={one} value={one}>
            {t(`structures.${one}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
