import { NotFoundNotice } from '#components/ui/not-found-notice.tsx';

export default function NotFoundInShell() {
  return <NotFoundNotice />;
}
