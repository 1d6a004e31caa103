'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FindingList } from '#lib/services/list-findings.ts';
import { useProblemText } from '../../../../problem-text.ts';
import { BulkNotice } from '../../_components/bulk/bulk-notice.tsx';
import { useBulk } from '../../_components/bulk/use-bulk.ts';
import { useRefreshOnLeaving } from '../../_components/bulk/use-refresh-on-leaving.ts';
import { undoInFindings } from '../../list-actions.ts';
import { findingKeeper } from './finding-edits.ts';
import { FindingsBulk } from './findings-bulk.tsx';
import { FindingsTable } from './findings-table.tsx';

interface FindingsDeskProps {
  periodId: string;
  listed: FindingList;
  personId: string;
  mayLog: boolean;
}

/** The findings and the acts on many of them. What is typed is saved without showing the page anew. */
export function FindingsDesk({ periodId, listed, personId, mayLog }: FindingsDeskProps) {
  const t = useTranslations('bulk.findings');
  const problemText = useProblemText();
  const bulk = useBulk((changeSet) => undoInFindings(periodId, changeSet));
  const { outside } = bulk;
  const refreshLater = useRefreshOnLeaving();
  const { findings } = listed;

  const keeper = useMemo(() => {
    if (!mayLog) return null;
    return findingKeeper({
      periodId,
      personId,
      outside,
      rows: findings,
      reason: t('reasonDefault'),
      textOf: problemText,
      onSaved: refreshLater,
    });
  }, [periodId, personId, mayLog, findings, t, problemText, refreshLater, outside]);

  return (
    <>
      <BulkNotice bulk={bulk} periodId={periodId} />
      <FindingsTable
        periodId={periodId}
        {...listed}
        keeper={keeper}
        bar={(rows, chosen) => <FindingsBulk periodId={periodId} rows={rows} chosen={chosen} bulk={bulk} />}
      />
    </>
  );
}
