'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { MoneyField, readMoney } from '#components/ui/formatted-field.tsx';
import { formatOre } from '#lib/format/amount.ts';
import { useSaving } from '../../_components/use-saving.ts';
import { saveApprovalSettings } from '../actions.ts';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

/** From which follow-up two people must approve. Category 3 always takes two. */
export function ApprovalSettings({ twoApproversAbove, mayChange }: { twoApproversAbove: bigint; mayChange: boolean }) {
  const t = useTranslations('settings.approval');
  const id = useId();
  const [text, setText] = useState(formatOre(twoApproversAbove));
  const { state, errorOf, save, noteChange } = useSaving();

  async function send() {
    const amount = readMoney(text);
    if (typeof amount === 'bigint') return saveApprovalSettings({ twoApproversAbove: amount });
    const code = amount === null ? 'required' : 'not-an-amount';
    return { ok: false as const, problems: [{ path: 'twoApproversAbove', code, params: {} }] };
  }

  return (
    <SettingsSection title={t('title')} save={t('save')} state={state} mayChange={mayChange} onSave={() => save(send)}>
      <div className={styles.short}>
        <MoneyField
          id={`${id}-limit`}
          label={t('limit')}
          help={t('help')}
          error={errorOf('twoApproversAbove') ?? errorOf('')}
          required
          readOnly={!mayChange}
          value={text}
          onChange={(value) => {
            setText(value);
            noteChange();
          }}
        />
      </div>
    </SettingsSection>
  );
}
