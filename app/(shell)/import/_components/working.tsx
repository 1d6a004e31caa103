import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import styles from './import.module.css';
import { LargeProgressBar } from './large-progress.tsx';
import type { Step } from './use-import.ts';

/** An import under way: what is sent or read, how far it is, and the way to stop it. */
export function Working({ step, onCancel }: { step: Extract<Step, { name: 'working' }>; onCancel: () => void }) {
  const t = useTranslations('import.working');
  const isSending = step.large === null && (step.total === 0 || step.sent < step.total);
  const stage = step.large?.stage ?? (isSending ? 'sending' : step.task);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} className={styles.working} aria-label={t('what')}>
      {step.large !== null ? (
        <LargeProgressBar stage={step.large} />
      ) : isSending ? (
        <ProgressBar label={t('sending')} done={toKilobytes(step.sent)} total={toKilobytes(step.total)} />
      ) : (
        <ProgressBar label={t(step.task)} done={0} total={null} />
      )}
      {/* Heard when the stage changes, not with every kilobyte. */}
      <VisuallyHidden>
        <span role="status">{t(stage)}</span>
      </VisuallyHidden>
      {/* Once all has been sent a store can no longer be called back. */}
      {(isSending || step.large !== null || step.task === 'preview') && (
        <Button onClick={onCancel}>{t('cancel')}</Button>
      )}
    </section>
  );
}

function toKilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
