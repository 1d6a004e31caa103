'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { adviseDeadline } from './advise-deadline.ts';
import styles from './deadline-advice.module.css';

interface DeadlineAdviceProps {
  /** Of the field that the deadline is typed in: where one goes on after taking the advice. */
  fieldId: string;
  value: string;
  onChange: (text: string) => void;
}

/** Under a deadline's field: that it falls on a closed day, and a button for the next working day. Nobody must take it. */
export function DeadlineAdvice({ fieldId, value, onChange }: DeadlineAdviceProps) {
  const t = useTranslations();
  const advice = adviseDeadline(value, t);
  return (
    <div role="status" className={styles.advice}>
      {advice && (
        <>
          <span>{advice.message}</span>
          <Button
            kind="quiet"
            onClick={() => {
              onChange(advice.text);
              document.getElementById(fieldId)?.focus();
            }}
          >
            {advice.label}
          </Button>
        </>
      )}
    </div>
  );
}
