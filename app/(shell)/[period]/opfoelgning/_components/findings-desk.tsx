'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FindingRow } from '#lib/services/account-rows.ts';
import type { FindingList } from '#lib/services/list-findings.ts';
import { useProblemText } from '../../../../problem-text.ts';
import { BulkNotice } from '../../_components/bulk/bulk-notice.tsx';
import { useBulk } from '../../_components/bulk/use-bulk.ts';
import { useStoredBeside } from '../../_components/bulk/use-stored-beside.ts';
import { undoInFindings } from '../../list-actions.ts';
import type { AccountRows } from '../../read-account-rows.ts';
import { findingKeeper, findingRowId } from './finding-edits.ts';
import { FindingsBulk } from './findings-bulk.tsx';
import { FindingsTable } from './findings-table.tsx';

interface FindingsDeskProps {
  periodId: string;
  listed: FindingList;
  personId: string;
  mayLog: boolean;
}

const accountOf = (row: FindingRow) => row.account;
const findingsOf = ({ findings }: AccountRows) => findings;

/** The findings and the acts on many of them. What is saved here is seen without showing the page anew. */
export function FindingsDesk({ periodId, listed, personId, mayLog }: FindingsDeskProps) {
  const t = useTranslations('bulk.findings');
  const problemText = useProblemText();
  const bulk = useBulk((changeSet) => undoInFindings(periodId, changeSet));
  const { outside } = bulk;
  const { findings } = listed;
  const { known, beside, fetchRows, refreshLater } = useStoredBeside({
    periodId,
    rows: findings,
    rowId: findingRowId,
    accountOf,
    rowsOf: findingsOf,
  });

  const keeper = useMemo(() => {
    if (!mayLog) return null;
    return findingKeeper({
      periodId,
      personId,
      outside,
      known,
      reason: t('reasonDefault'),
      textOf: problemText,
      onSaved: refreshLater,
    });
  }, [periodId, personId, mayLog, known, t, problemText, refreshLater, outside]);

  return (
    <>
      <BulkNotice bulk={bulk} periodId={periodId} />
      <FindingsTable
        periodId={periodId}
        {...listed}
        keeper={keeper}
        beside={beside}
        onStored={fetchRows}
        bar={(rows, chosen) => <FindingsBulk periodId={periodId} rows={rows} chosen={chosen} bulk={bulk} />}
      />
    </>
  );
}
