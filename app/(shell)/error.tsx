'use client';

import { ErrorNotice } from '#components/ui/error-notice.tsx';

export default function ErrorInShell({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorNotice digest={error.digest} onRetry={reset} />;
}
