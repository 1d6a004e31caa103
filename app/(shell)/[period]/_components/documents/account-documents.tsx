import { getTranslations } from 'next-intl/server';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { Context } from '#lib/services/context.ts';
import { type Attachable, type ListedAttachment, listAttachments } from '#lib/services/list-attachments.ts';
import { Documents } from './documents.tsx';

interface AccountDocumentsProps {
  context: Context;
  periodId: string;
  account: string;
}

/** The documentation of an account, its findings and items. */
export async function AccountDocuments({ context, periodId, account }: AccountDocumentsProps) {
  const found = await listAttachments(context, periodId, account);
  if (!found) return null;
  const { attachments, attachable, items } = found;
  const t = await getTranslations('documents');

  function labelOf(one: Attachable): string {
    if (one.target === 'account') return t('target.account');
    if (one.target === 'finding') return t('target.finding', { committee: one.committee });
    return t('target.item', {
      date: formatDate(one.postingDate),
      amount: formatOre(one.amount),
      text: one.text === '' ? '' : ` · ${one.text}`,
    });
  }

  function belongingOf({ target, committee, itemKey, periodId: own }: ListedAttachment): string {
    const item = items.find((one) => one.itemKey === itemKey);
    const word =
      target === 'item'
        ? item
          ? labelOf(item)
          : t('target.goneItem')
        : labelOf(committee === null ? { target: 'account' } : { target: 'finding', committee });
    return own === periodId ? word : t('fromPeriod', { what: word, period: own ?? '' });
  }

  return (
    <Documents
      key={`${periodId}/${account}`}
      documents={attachments}
      choices={attachable.map((one) => ({
        label: labelOf(one),
        target: { ...toTarget(one), periodId, account },
      }))}
      belongings={Object.fromEntries(attachments.map((one) => [one.id, belongingOf(one)]))}
    />
  );
}

function toTarget(one: Attachable) {
  switch (one.target) {
    case 'account':
      return { target: one.target };
    case 'finding':
      return { target: one.target, committee: one.committee };
    case 'item':
      return { target: one.target, itemKey: one.itemKey };
  }
}
