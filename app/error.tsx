'use client';

import { ErrorNotice } from '#components/ui/error-notice.tsx';
import styles from './bare-page.module.css';

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main className={styles.page}>
      <ErrorNotice digest={error.digest} onRetry={retry} />
    </main>
  );
}
