'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { NamedAccounts } from '../../_components/named-accounts.tsx';
import styles from './approval-desk.module.css';
import type { ActOutcome } from './use-approval.ts';

/** So many refused accounts are named; of the rest the number. */
const MOST_NAMED = 12;

/** Tells plainly what came of the last act: how many, how many wait for another, which were refused and why. */
export function OutcomeNotice({
  outcome,
  periodId,
  onClose,
}: {
  outcome: ActOutcome | null;
  periodId: string;
  onClose: () => void;
}) {
  const t = useTranslations('approval.outcome');
  if (outcome === null) return null;
  const { approved, waiting, returned, refused, failed } = outcome;
  const stopped = refused.reduce((total, { accounts }) => total + accounts.length, 0);
  const told = (['approved', 'waiting', 'returned', 'refused'] as const)
    .map((part) => ({ part, count: { approved, waiting, returned, refused: stopped }[part] }))
    .filter(({ count }) => count > 0)
    .map(({ part, count }) => t(part, { count, number: formatCount(count) }));
  const tone = failed !== null || (stopped > 0 && told.length === 1) ? 'bad' : stopped > 0 ? 'attention' : 'good';
  return (
    <Notice tone={tone} live title={failed ?? (told.length > 0 ? `${told.join(', ')}.` : t('nothing'))}>
      {refused.map(({ text, accounts }) => (
        <p key={text} className={styles.refused}>
          {text}{' '}
          <NamedAccounts
            periodId={periodId}
            accounts={accounts}
            most={MOST_NAMED}
            tellMore={(number) => t('more', { number })}
          />
        </p>
      ))}
      <Button kind="quiet" onClick={onClose}>
        {t('close')}
      </Button>
    </Notice>
  );
}
