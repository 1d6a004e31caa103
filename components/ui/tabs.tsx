'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './tabs.module.css';

/** Pages beside each other, as links; the one that is open is marked. `label` names the group. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { href: Route; label: string }[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          className={styles.tab}
          aria-current={path === tab.href ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
