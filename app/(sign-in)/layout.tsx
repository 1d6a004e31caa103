import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Mark } from '#components/ui/wordmark.tsx';
import styles from './_components/sign-in.module.css';

/** The frame of the pages that come before the frame: nothing but the product's name. */
export default function SignInLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <Mark />
        <span className={styles.product}>{t('product')}</span>
      </header>
      <main id="indhold" className={styles.content}>
        {children}
      </main>
    </div>
  );
}
