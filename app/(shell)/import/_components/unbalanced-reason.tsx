import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/text-field.tsx';
import styles from './import.module.css';

/** Lets a balance in that does not sum to 0, for a reason that is kept (product.md, rule 2). */
export function UnbalancedReason({ onGiven }: { onGiven: (reason: string) => void }) {
  const t = useTranslations('import.unbalanced');
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  return (
    <section className={styles.block}>
      <h3>{t('title')}</h3>
      <div className={styles.reason}>
        <TextArea
          label={t('reason')}
          help={t('help')}
          error={isMissing ? t('missing') : null}
          value={reason}
          maxLength={1000}
          onChange={({ target }) => {
            setReason(target.value);
            setIsMissing(false);
          }}
        />
        <Button onClick={() => (reason.trim() === '' ? setIsMissing(true) : onGiven(reason.trim()))}>
          {t('preview')}
        </Button>
      </div>
    </section>
  );
}
