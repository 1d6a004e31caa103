'use client';

import './styles/reset.css';
import './styles/tokens.css';
import './styles/base.css';
import { NextIntlClientProvider } from 'next-intl';
import { ErrorNotice } from '#components/ui/error-notice.tsx';
import errors from '#messages/errors.json' with { type: 'json' };
import styles from './bare-page.module.css';

/** When even the frame failed, which language was chosen is not known here: both are shown. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="da">
      <body>
        <main className={styles.page}>
          <NextIntlClientProvider locale="da" messages={{ errors: errors.da }}>
            <ErrorNotice digest={error.digest} onRetry={retry} />
          </NextIntlClientProvider>
          <div lang="en" className={styles.other}>
            <NextIntlClientProvider locale="en" messages={{ errors: errors.en }}>
              <ErrorNotice digest={error.digest} onRetry={retry} />
            </NextIntlClientProvider>
          </div>
        </main>
      </body>
    </html>
  );
}
