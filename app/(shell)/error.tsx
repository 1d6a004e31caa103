'use client';

import { ErrorNotice } from '#components/ui/error-notice.tsx';

export default function ErrorInShell({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <ErrorNotice digest={error.digest} onRetry={retry} />;
}
