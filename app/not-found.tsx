import { NotFoundNotice } from '#components/ui/not-found-notice.tsx';
import styles from './bare-page.module.css';

export default function NotFound() {
  return (
    <main className={styles.page}>
      <NotFoundNotice />
    </main>
  );
}
