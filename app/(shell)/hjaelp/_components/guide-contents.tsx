'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { IntentLink } from '#components/ui/intent-link.tsx';
import styles from '../guide.module.css';

interface GuideContentsProps {
  label: string;
  pages: readonly { href: Route; title: string }[];
  /** What else there is, under the pages. */
  children: ReactNode;
}

/** The pages of the guide as links; the one that is open is marked. */
export function GuideContents({ label, pages, children }: GuideContentsProps) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={styles.contents}>
      <ul className={styles.list}>
        {pages.map((page) => (
          <li key={page.href}>
            <IntentLink href={page.href} className={styles.link} aria-current={path === page.href ? 'page' : undefined}>
              {page.title}
            </IntentLink>
          </li>
        ))}
      </ul>
      <div className={styles.more}>{children}</div>
    </nav>
  );
}
