'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { SummaryError } from '#components/ui/error-summary.tsx';
import { DateField, readDate } from '#components/ui/formatted-field.tsx';
import { Money } from '#components/ui/money.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { Method } from '#lib/domain/account.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { AccountRow } from '#lib/services/account-rows.ts';
import type { Result } from '#lib/services/context.ts';
import type { Category1Preview } from '#lib/services/log-category-1.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import styles from '../../../_components/bulk/bulk.module.css';
import { BulkDialog, Tick } from '../../../_components/bulk/bulk-dialog.tsx';
import { Refusals } from '../../../_components/bulk/refusals.tsx';
import type { BulkOrder } from '../../../_components/bulk/send-bulk.ts';
import { askCategory1 } from '../../../list-actions.ts';

interface Category1DialogProps {
  periodId: string;
  rows: readonly AccountRow[];
  /** Of whoever logs. */
  initials: string;
  onClose: () => void;
  onRun: (order: BulkOrder) => void;
}

/** Says what logging as category 1 will do, for which accounts it will not and why, and takes the words for all. */
export function Category1Dialog({ periodId, rows, initials: own, onClose, onRun }: Category1DialogProps) {
  const t = useTranslations('bulk.category1');
  const words = useTranslations('accounts.method');
  const preview = usePreview(periodId, rows);
  const [method, setMethod] = useState<Method | ''>('source');
  const [date, setDate] = useState(() => formatDate(danishDate(new Date())));
  const [initials, setInitials] = useState(own);
  const [documented, setDocumented] = useState(false);
  const [submit, setSubmit] = useState(false);
  const [allOrNothing, setAllOrNothing] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);

  const reconciledOn = readDate(date);
  const isNothing = preview !== null && (preview.possible === 0 || (allOrNothing && preview.refused.length > 0));
  const wrong = [
    ...(reconciledOn === undefined ? [{ fieldId: 'bulk-date', text: t('badDate') }] : []),
    ...(isNothing ? [{ fieldId: null, text: t(preview.possible === 0 ? 'none' : 'notAll') }] : []),
  ];

  function run() {
    setErrors(wrong);
    if (reconciledOn === undefined || isNothing) return;
    onRun({
      act: 'category-1',
      input: {
        periodId,
        accounts: rows.map(({ number, version }) => ({ account: number, version })),
        documented,
        method: method === '' ? null : method,
        reconciledOn,
        initials,
        submit,
        allOrNothing,
      },
    });
  }

  return (
    <BulkDialog
      title={t('title')}
      doIt={
        preview === null || preview.possible === 0
          ? t('do')
          : t('doCount', { count: preview.possible, number: formatCount(preview.possible) })
      }
      errors={errors}
      onClose={onClose}
      onSubmit={run}
    >
      <div role="status">
        {preview === null ? (
          <p>{t('looking', { number: formatCount(rows.length) })}</p>
        ) : (
          <>
            <p className={styles.told}>
              {t('possible', { count: preview.possible, number: formatCount(preview.possible) })}{' '}
              {preview.possible > 0 && (
                <>
                  {t('sum')} <Money amount={preview.sum} />
                </>
              )}
            </p>
            {preview.refused.length > 0 && (
              <>
                <p>{t('not', { count: preview.count, number: formatCount(preview.count) })}</p>
                <Refusals refused={preview.refused} periodId={periodId} />
              </>
            )}
          </>
        )}
      </div>
      <div className={styles.fields}>
        <SelectField
          label={t('method')}
          value={method}
          onChange={(event) => setMethod(event.target.value as Method | '')}
        >
          <option value="">{t('noMethod')}</option>
          <option value="source">{words('source')}</option>
          <option value="specification">{words('specification')}</option>
        </SelectField>
        <DateField id="bulk-date" label={t('date')} value={date} onChange={setDate} />
        <TextField
          label={t('initials')}
          maxLength={10}
          value={initials}
          onChange={(event) => setInitials(event.target.value)}
        />
      </div>
      <div className={styles.choices}>
        <Tick label={t('documented')} checked={documented} onChange={setDocumented} />
        <Tick label={t('submit')} checked={submit} onChange={setSubmit} />
        <Tick label={t('allOrNothing')} checked={allOrNothing} onChange={setAllOrNothing} />
      </div>
    </BulkDialog>
  );
}

interface Preview {
  possible: number;
  sum: bigint;
  /** How many accounts are left as they are. */
  count: number;
  refused: { text: string; accounts: string[] }[];
}

/** What the act would do, once the server has said so. */
function usePreview(periodId: string, rows: readonly AccountRow[]): Preview | null {
  const problemText = useProblemText();
  const [answer, setAnswer] = useState<Result<Category1Preview> | null>(null);

  useEffect(() => {
    let isShown = true;
    const accounts = rows.map(({ number, version }) => ({ account: number, version }));
    const failed = { ok: false as const, problems: [{ path: '', code: 'act-failed', params: {} }] };
    askCategory1({ periodId, accounts })
      .catch(() => failed)
      .then((said) => {
        if (isShown) setAnswer(said);
      });
    return () => {
      isShown = false;
    };
  }, [periodId, rows]);

  if (answer === null) return null;
  if (!answer.ok) {
    const refused = answer.problems.map((one) => ({ text: problemText(one), accounts: [] }));
    return { possible: 0, sum: 0n, count: rows.length, refused };
  }
  const { possible, sum, refused } = answer.value;
  const byText = Map.groupBy(refused, ({ problem }) => problemText(problem));
  return {
    possible,
    sum,
    count: refused.length,
    refused: [...byText].map(([text, those]) => ({ text, accounts: those.map(({ account }) => account) })),
  };
}
