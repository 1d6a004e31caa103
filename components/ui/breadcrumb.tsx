import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import styles from './breadcrumb.module.css';
import { IntentLink } from './intent-link.tsx';

/** The way down to a page that lies deep; the page itself is not in it, its title stands below. */
export function Breadcrumb({ steps }: { steps: readonly { href: Route; label: string }[] }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.href} className={styles.step}>
            <IntentLink href={step.href}>{step.label}</IntentLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
