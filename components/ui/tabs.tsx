'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { IntentLink } from './intent-link.tsx';
import styles from './tabs.module.css';

interface TabsProps {
  /** Names the group. */
  label: string;
  tabs: readonly { href: Route; label: string }[];
  /** The address that is open, where the path alone does not tell. */
  current?: Route;
}

/** Pages beside each other, as links; the one that is open is marked. */
export function Tabs({ label, tabs, current }: TabsProps) {
  const path = usePathname();
  const open = current ?? path;
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <IntentLink
          key={tab.href}
          href={tab.href}
          className={styles.tab}
          aria-current={open === tab.href ? 'page' : undefined}
        >
          {tab.label}
        </IntentLink>
      ))}
    </nav>
  );
}
