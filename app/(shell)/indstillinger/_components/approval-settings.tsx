'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { MoneyField, readMoney } from '#components/ui/formatted-field.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { formatOre } from '#lib/format/amount.ts';
import { saveApprovalSettings } from '../actions.ts';
import styles from './settings.module.css';

/** From which follow-up two people must approve. Category 3 always takes two. */
export function ApprovalSettings({ twoApproversAbove, mayChange }: { twoApproversAbove: bigint; mayChange: boolean }) {
  const t = useTranslations('settings.approval');
  const problemText = useTranslations('problems');
  const id = useId();
  const [text, setText] = useState(formatOre(twoApproversAbove));
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<SaveState | null>(null);
  const [isSaving, startSaving] = useTransition();

  function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving || !mayChange) return;
    const amount = readMoney(text);
    if (typeof amount !== 'bigint') {
      setError(problemText(amount === null ? 'required' : 'not-an-amount'));
      return;
    }
    startSaving(async () => {
      setState({ kind: 'saving' });
      try {
        const result = await saveApprovalSettings({ twoApproversAbove: amount });
        setError(result.ok ? null : result.problems.map(({ code }) => problemText(code)).join(' '));
        setState(result.ok ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
      } catch {
        setState({ kind: 'failed' });
      }
    });
  }

  return (
    <section className={styles.program} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('title')}</h2>
      <form className={styles.form} noValidate onSubmit={save}>
        <div className={styles.short}>
          <MoneyField
            id={`${id}-limit`}
            label={t('limit')}
            help={t('help')}
            error={error}
            required
            readOnly={!mayChange}
            value={text}
            onChange={(value) => {
              setText(value);
              setState({ kind: 'unsaved' });
            }}
          />
        </div>
        {mayChange && (
          <div className={styles.actions}>
            <Button type="submit">{t('save')}</Button>
            <StatusLine state={state} />
          </div>
        )}
      </form>
    </section>
  );
}
