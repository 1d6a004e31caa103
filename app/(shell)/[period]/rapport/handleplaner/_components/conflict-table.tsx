'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { PlanChangeRow } from '#lib/services/compare-plan-workbook.ts';
import { usePlanValue } from './use-plan-value.ts';

interface ConflictTableProps {
  rows: readonly PlanChangeRow[];
  chosen: ReadonlySet<string>;
  onChoose: (row: string, isChosen: boolean) => void;
}

/** Rows that were changed on screen too since the workbook went out: what stands stays unless one says otherwise. */
export function ConflictTable({ rows, chosen, onChoose }: ConflictTableProps) {
  const t = useTranslations('planWorkbook');
  const shownOf = usePlanValue();
  return (
    <Notice tone="attention" title={t('conflictsTitle', { count: rows.length, number: formatCount(rows.length) })}>
      <p>{t('conflictsText')}</p>
      <PlainTable label={t('conflictsLabel')} columns={[t('account'), t('field'), t('now'), t('mine'), t('choice')]}>
        {rows.flatMap(({ id, account, row, differences }) =>
          differences
            .filter(({ isConflict }) => isConflict)
            .map(({ field, now, mine }, index, all) => (
              <tr key={`${id}-${field}`}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={all.length}>
                    {account}
                  </th>
                )}
                <td>{t(`fields.${field}`)}</td>
                <td>{shownOf(field, now)}</td>
                <td>{shownOf(field, mine)}</td>
                {index === 0 && (
                  <td rowSpan={all.length}>
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.has(id)}
                        onChange={(event) => onChoose(id, event.target.checked)}
                      />{' '}
                      {t('useWorkbook', { row: String(row) })}
                    </label>
                  </td>
                )}
              </tr>
            )),
        )}
      </PlainTable>
    </Notice>
  );
}
